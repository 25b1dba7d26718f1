import { Layers, Search, Spline } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { GraphModel, GraphNode } from '../../core/graph/graph-model.ts';
import { nameOf } from './describe.ts';
import { type Drawn, GraphExport } from './graph-export.tsx';
import { iconOf } from './node-icon.ts';
import type { GraphTexts } from './texts-en.ts';
import type { Scope } from './use-graph-layout.ts';

interface GraphToolbarProps {
  /** The whole graph, including hidden and collapsed parts. */
  readonly graph: GraphModel;
  readonly collapsed: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly onCollapsed: (namespaces: ReadonlySet<string>) => void;
  readonly onHidden: (namespaces: ReadonlySet<string>) => void;
  readonly onFound: (node: GraphNode) => void;
  readonly scope: Scope;
  readonly drawn: Drawn;
  /** Null while there is no request to limit the graph to. */
  readonly onScope: ((scope: Scope) => void) | null;
  readonly texts: GraphTexts;
}

/** Search, the filter for the request, namespaces and export. */
export function GraphToolbar(props: GraphToolbarProps) {
  return (
    <>
      <NodeSearch graph={props.graph} onFound={props.onFound} texts={props.texts} />
      {props.onScope && (
        <ScopeToggle
          scope={props.scope}
          drawn={props.drawn.graph.nodes.length}
          whole={props.graph.nodes.length}
          onScope={props.onScope}
          texts={props.texts}
        />
      )}
      {props.scope === 'all' && <NamespaceMenu {...props} />}
      <GraphExport drawn={props.drawn} texts={props.texts} />
    </>
  );
}

function ScopeToggle(props: {
  readonly scope: Scope;
  readonly drawn: number;
  readonly whole: number;
  readonly onScope: (scope: Scope) => void;
  readonly texts: GraphTexts;
}) {
  const { scope, drawn, whole, onScope, texts } = props;
  const narrow = scope === 'request';
  return (
    <button
      type="button"
      className="graph-tool"
      aria-pressed={narrow}
      aria-label={texts.requestOnly}
      title={narrow ? texts.drawnOf(drawn, whole) : texts.requestOnlyHint}
      onClick={() => onScope(narrow ? 'all' : 'request')}
    >
      <Spline size={14} aria-hidden />
      <span>{texts.requestOnly}</span>
      {narrow && <small>{`${drawn}/${whole}`}</small>}
    </button>
  );
}

const MAX_HITS = 8;

/** Among equal names, the Service or the route comes first. */
const SEARCH_ORDER: Readonly<Record<GraphNode['kind'], number>> = {
  frontend: 0,
  route: 1,
  gateway: 1,
  client: 2,
  backend: 3,
  workload: 4,
  namespace: 5,
  grant: 6,
  other: 7,
  missing: 8,
};

function hitsFor(graph: GraphModel, wanted: string): readonly GraphNode[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits: { node: GraphNode; rank: number }[] = [];
  for (const node of graph.nodes) {
    const text = `${node.label} ${node.id} ${node.resourceKind}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const label = node.label.toLowerCase();
    const [first = ''] = words;
    hits.push({ node, rank: label === first ? 0 : label.startsWith(first) ? 1 : 2 });
  }
  hits.sort((a, b) => a.rank - b.rank || SEARCH_ORDER[a.node.kind] - SEARCH_ORDER[b.node.kind]);
  return hits.slice(0, MAX_HITS).map((hit) => hit.node);
}

function NodeSearch({ graph, onFound, texts }: Pick<GraphToolbarProps, 'graph' | 'onFound' | 'texts'>) {
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useId();
  const hits = useMemo(() => (open ? hitsFor(graph, wanted) : []), [graph, wanted, open]);
  const choose = (node: GraphNode | undefined) => {
    if (!node) return;
    setOpen(false);
    onFound(node);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at) => (hits.length === 0 ? 0 : (at + step + hits.length) % hits.length));
    } else if (event.key === 'Enter') choose(hits[active]);
    else if (event.key === 'Escape') {
      setWanted('');
      setOpen(false);
    }
  };
  const expanded = open && wanted.trim() !== '';
  return (
    <div className="graph-search">
      <Search size={14} aria-hidden />
      <input
        type="search"
        role="combobox"
        aria-label={texts.find}
        aria-expanded={expanded}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={expanded && hits[active] ? `${list}-${active}` : undefined}
        placeholder={texts.findHint}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div className="graph-hits" id={list} role="listbox" aria-label={texts.find} hidden={!expanded}>
        {expanded && hits.length === 0 && <div className="graph-no-hit">{texts.noHits}</div>}
        {hits.map((node, at) => {
          const Icon = iconOf(node);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
            <div
              key={node.id}
              id={`${list}-${at}`}
              role="option"
              className="graph-hit"
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(node)}
            >
              <Icon size={14} aria-hidden />
              <bdi>{nameOf(node, texts)}</bdi>
              <small>
                {texts.kinds[node.kind]} · {node.namespace}
              </small>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(name)) next.add(name);
  return next;
}

function NamespaceMenu(props: GraphToolbarProps) {
  const { graph, collapsed, hidden, onCollapsed, onHidden, texts } = props;
  const namespaces = graph.nodes.filter((node) => node.kind === 'namespace').map((node) => node.namespace);
  if (namespaces.length < 2 && hidden.size === 0) return null;
  const shown = namespaces.length - hidden.size;
  return (
    <Popover.Root>
      <Popover.Trigger className="graph-tool" aria-label={texts.namespaces} title={texts.namespaces}>
        <Layers size={14} aria-hidden />
        <span>{texts.namespaces}</span>
        {hidden.size > 0 && <small>{`${shown}/${namespaces.length}`}</small>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="graph-popover" align="start" sideOffset={6} aria-label={texts.namespaces}>
          <div className="graph-popover-actions">
            <button type="button" className="graph-tool" onClick={() => onCollapsed(new Set(namespaces))}>
              {texts.collapseAll}
            </button>
            <button type="button" className="graph-tool" onClick={() => onCollapsed(new Set())}>
              {texts.expandAll}
            </button>
            <button type="button" className="graph-tool" onClick={() => onHidden(new Set())}>
              {texts.showAll}
            </button>
          </div>
          <ul>
            {namespaces.map((name) => (
              <li key={name}>
                <label>
                  <input
                    type="checkbox"
                    checked={!hidden.has(name)}
                    aria-label={texts.shown(name)}
                    onChange={() => onHidden(toggled(hidden, name))}
                  />
                  <bdi>{name}</bdi>
                </label>
                <button
                  type="button"
                  className="graph-tool"
                  data-look="square"
                  aria-label={texts.collapse(name)}
                  aria-pressed={collapsed.has(name)}
                  title={texts.collapse(name)}
                  onClick={() => onCollapsed(toggled(collapsed, name))}
                >
                  {collapsed.has(name) ? '+' : '−'}
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

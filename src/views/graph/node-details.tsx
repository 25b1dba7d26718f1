import { CornerDownLeft, Focus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import { visible } from '../../core/text/visible.ts';
import { kindText, nameOf, rolesText } from './describe.ts';
import type { GraphViewProps } from './graph-view-props.ts';
import { iconOf } from './node-icon.ts';
import type { GraphTexts } from './texts-en.ts';

interface NodeDetailsProps extends Pick<GraphViewProps, 'onSelect' | 'onOpenResource'> {
  readonly node: GraphNode;
  readonly focused: boolean;
  readonly onFocus: (id: string | null) => void;
  readonly onExpand: (namespace: string) => void;
  /** The button that opens the menu of the node. */
  readonly menu: ReactNode;
  readonly texts: GraphTexts;
}

/** The details of the selected node, and its actions. */
export function NodeDetails(props: NodeDetailsProps) {
  const { node, focused, onSelect, onOpenResource, onFocus, onExpand, menu, texts } = props;
  const Icon = iconOf(node);
  const { resource } = node;
  const roles = rolesText(node, texts);
  const rows = (
    ['dns', 'ports', 'type', 'endpoints', 'replicas', 'controller', 'addresses'] as const
  ).flatMap((fact) => {
    const value = node.facts[fact];
    return value === undefined || value === '' ? [] : [{ name: texts.facts[fact], value: String(value) }];
  });
  return (
    <section className="graph-details" aria-label={nameOf(node, texts)}>
      <header>
        <Icon size={16} aria-hidden />
        <strong>
          <bdi>{nameOf(node, texts)}</bdi>
        </strong>
        {menu}
        <button type="button" className="graph-tool" aria-label={texts.close} onClick={() => onSelect(null)}>
          <X size={14} aria-hidden />
        </button>
      </header>
      <p>
        {kindText(node, texts)}
        {node.namespace !== '' && node.kind !== 'namespace' && ` · ${texts.inNamespace(node.namespace)}`}
        {roles.length > 0 && ` · ${roles.join(', ')}`}
        {node.findings.length > 0 && ` · ${texts.findings(node.findings.length)}`}
      </p>
      {rows.length > 0 && (
        <dl>
          {rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{visible(value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <footer>
        {resource !== null && (
          <button type="button" className="graph-tool" onClick={() => onOpenResource(resource)}>
            <CornerDownLeft size={14} aria-hidden />
            {texts.goTo}
          </button>
        )}
        {node.facts.collapsed !== undefined ? (
          <button type="button" className="graph-tool" onClick={() => onExpand(node.namespace)}>
            {texts.expand}
          </button>
        ) : (
          <button
            type="button"
            className="graph-tool"
            aria-pressed={focused}
            onClick={() => onFocus(focused ? null : node.id)}
          >
            <Focus size={14} aria-hidden />
            {focused ? texts.unfocus : texts.focus}
          </button>
        )}
      </footer>
    </section>
  );
}

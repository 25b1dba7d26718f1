import { Handle, type NodeProps, Position } from '@xyflow/react';
import { CircleAlert, Info, Lock, TriangleAlert } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { NodeMarks } from '../../core/graph/graph-marks.ts';
import type { GraphNode, GraphRule } from '../../core/graph/graph-model.ts';
import { CARD, headOf } from '../../core/graph/node-size.ts';
import type { RuleIndex } from '../../core/ids/ids.ts';
import { percent } from '../../core/text/percent.ts';
import { visible } from '../../core/text/visible.ts';
import type { BackendShare } from './backend-shares.ts';
import { CardMarks } from './card-marks.tsx';
import { cardFacts, factsText, nameOf } from './describe.ts';
import type { FlowNode } from './flow-elements.ts';
import { iconOf, roleIcon } from './node-icon.ts';
import type { GraphTexts } from './texts-en.ts';

/** Edges are drawn from the layout, but React Flow requires ends. */
function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="graph-end" />
      <Handle type="source" position={Position.Right} isConnectable={false} className="graph-end" />
    </>
  );
}

/** A card without text. */
function Bare({ data: { node, texts } }: Pick<NodeProps<FlowNode>, 'data'>) {
  return (
    <>
      <Ends />
      <Badge node={node} texts={texts} />
    </>
  );
}

/**
 * The card of a client, frontend, route, backend …: icon, name, facts, badge. Routes have a line for each
 * rule. The lines of workloads are elements of their own above the card.
 */
export const NodeCard = memo(function NodeCard({ data }: NodeProps<FlowNode>) {
  const { node, texts, bare, share, marks, placed, taken } = data;
  if (bare) return <Bare data={data} />;
  const Icon = iconOf(node);
  const isShort = headOf(node) === CARD.shortHead;
  const facts = isShort ? '' : cardFacts(node, texts, placed);
  const rest = (node.rows?.length ?? 0) - CARD.maxRows;
  return (
    <>
      <Ends />
      <div className="graph-card-head" style={{ height: headOf(node) }}>
        <Icon className="graph-card-icon" size={15} aria-hidden />
        <div className="graph-card-words">
          <Name text={nameOf(node, texts)} />
          {!isShort && (
            <span className="graph-card-facts">
              <RoleMarks node={node} texts={texts} />
              {facts !== '' && <span>{facts}</span>}
            </span>
          )}
        </div>
        {marks !== null && <CardMarks marks={marks.card} texts={texts} />}
        <Badge node={node} texts={texts} />
      </div>
      {share !== null && <ShareBar share={share} texts={texts} />}
      {node.rules.length > 0 && <Rules rules={node.rules} taken={taken} marks={marks} texts={texts} />}
      {rest > 0 && <span className="graph-rows-more">{texts.moreRules(rest)}</span>}
    </>
  );
});

/** The part of the requests that a backend gets, as a bar below its name. */
function ShareBar({ share, texts }: { readonly share: BackendShare; readonly texts: GraphTexts }) {
  const style = { '--share': share.share } as CSSProperties;
  return (
    <span
      className="graph-share"
      data-taken={share.onWay}
      style={style}
      title={texts.share(percent(share.share))}
    />
  );
}

/** A workload as a line of its client or backend: name, kind and replicas. */
export const WorkloadRow = memo(function WorkloadRow({ data }: NodeProps<FlowNode>) {
  const { node, texts, bare } = data;
  if (bare) return <Ends />;
  const Icon = iconOf(node);
  const { replicas } = node.facts;
  return (
    <>
      <Ends />
      <Icon className="graph-card-icon" size={13} aria-hidden />
      <bdi className="graph-row-name" title={`${factsText(node, texts)} ${visible(node.label)}`}>
        {visible(node.label)}
      </bdi>
      {replicas !== undefined && <span className="graph-row-facts">×{replicas}</span>}
    </>
  );
});

/** A Service without routes: its name and its port. */
export const ServiceChip = memo(function ServiceChip({ data }: NodeProps<FlowNode>) {
  const { node, texts, bare } = data;
  if (bare) return <Bare data={data} />;
  return (
    <>
      <Ends />
      <bdi className="graph-chip-name">{nameOf(node, texts)}</bdi>
      {node.facts.ports !== '' && <span className="graph-row-facts">:{node.facts.ports}</span>}
      <Badge node={node} texts={texts} />
    </>
  );
});

/** Long names differ at their ends, so they are shortened before their last letters. */
const LONG = 20;
const TAIL = 7;

function Name({ text }: { readonly text: string }) {
  const letters = [...text];
  const cut = letters.length > LONG ? letters.length - TAIL : letters.length;
  return (
    <span className="graph-card-name" title={text}>
      <bdi>{letters.slice(0, cut).join('')}</bdi>
      {cut < letters.length && <bdi>{letters.slice(cut).join('')}</bdi>}
    </span>
  );
}

function RoleMarks({ node, texts }: { readonly node: GraphNode; readonly texts: GraphTexts }) {
  return node.roles.map((role) => {
    const Icon = roleIcon(role);
    return (
      <span key={role} className="graph-role" data-tone={role} title={texts.legends[role][1]}>
        <Icon size={12} aria-hidden />
        {node.resourceKind === 'Ingress' ? node.resourceKind : texts.roles[role]}
      </span>
    );
  });
}

const SEVERITY_ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

function Badge({ node, texts }: { readonly node: GraphNode; readonly texts: GraphTexts }) {
  const worst = node.findings[0]?.severity;
  if (worst === undefined || worst === 'info') return null;
  const Icon = SEVERITY_ICONS[worst];
  return (
    <span className="graph-badge" data-severity={worst} title={texts.findings(node.findings.length)}>
      <Icon size={13} aria-hidden />
    </span>
  );
}

interface RulesProps {
  readonly rules: readonly GraphRule[];
  /** The index of the line that takes the current request. Null for none. */
  readonly taken: number | null;
  readonly marks: NodeMarks | null;
  readonly texts: GraphTexts;
}

function Rules({ rules, taken, marks, texts }: RulesProps) {
  const shown = rules.slice(0, CARD.maxRules);
  const rest = rules.length - shown.length;
  return (
    <ol className="graph-rules">
      {shown.map((rule, line) => {
        const own = marks?.rules.get(rule.rule) ?? [];
        return (
          <li
            key={`${rule.rule} ${rule.match}`}
            title={visible(rule.summary)}
            data-marks={own.join(' ') || undefined}
            data-taken={line === taken || undefined}
          >
            <span className="graph-rule-number">{numberOf(rule)}</span>
            <bdi className="graph-rule-match">{visible(rule.summary)}</bdi>
            {rule.tls && <Lock className="graph-rule-tls" size={11} aria-label={texts.tls} />}
            {rule.more > 0 && <span className="graph-rule-more">+{rule.more}</span>}
            {rule.answers !== null && <span className="graph-rule-more">{texts.answers[rule.answers]}</span>}
            <CardMarks marks={own} texts={texts} />
          </li>
        );
      })}
      {rest > 0 && <li className="graph-rule-more">{texts.moreRules(rest)}</li>}
    </ol>
  );
}

/** Returns the number of a rule. A rule of an Ingress has it on its first path. */
function numberOf({ rule, match }: GraphRule): RuleIndex | null {
  return rule === 'defaultBackend' || (match ?? 0) > 0 ? null : rule;
}

/** The frame of a namespace. */
export const ContainerFrame = memo(function ContainerFrame({ data }: NodeProps<FlowNode>) {
  if (data.bare) return <Ends />;
  return (
    <>
      <Ends />
      <span className="graph-container-name" title={visible(data.node.label)}>
        <bdi>{visible(data.node.label)}</bdi>
      </span>
    </>
  );
});

/** A collapsed namespace, with counts. */
export const PileCard = memo(function PileCard({ data }: NodeProps<FlowNode>) {
  const { node, texts, bare } = data;
  if (bare) return <Bare data={data} />;
  const Icon = iconOf(node);
  return (
    <>
      <Ends />
      <div className="graph-card-head">
        <Icon className="graph-card-icon" size={18} aria-hidden />
        <div className="graph-card-words">
          <Name text={visible(node.label)} />
          <span className="graph-card-facts">
            <span>{factsText(node, texts)}</span>
          </span>
        </div>
        <Badge node={node} texts={texts} />
      </div>
    </>
  );
});

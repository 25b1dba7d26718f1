import { Handle, type NodeProps, Position } from '@xyflow/react';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { GraphNode, GraphRule } from '../../core/graph/graph-model.ts';
import { CARD } from '../../core/graph/node-size.ts';
import { visible } from '../../core/text/visible.ts';
import { factsText, nameOf } from './describe.ts';
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
 * The card of a frontend, backend, route, workload …: icon, name, facts, badge. Routes have a line for each
 * rule.
 */
export const NodeCard = memo(function NodeCard({ data }: NodeProps<FlowNode>) {
  const { node, texts, bare } = data;
  if (bare) return <Bare data={data} />;
  const Icon = iconOf(node);
  return (
    <>
      <Ends />
      <div className="graph-card-head">
        <Icon className="graph-card-icon" size={15} aria-hidden />
        <div className="graph-card-words">
          <Name text={nameOf(node, texts)} />
          <span className="graph-card-facts">
            <span>{factsText(node, texts)}</span>
            <RoleMarks node={node} texts={texts} />
          </span>
        </div>
        <Badge node={node} texts={texts} />
      </div>
      {node.rules.length > 0 && <Rules rules={node.rules} texts={texts} />}
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
      <span key={role} className="graph-role" data-tone={role} title={texts.roles[role]}>
        <Icon size={12} aria-hidden />
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

function Rules({ rules, texts }: { readonly rules: readonly GraphRule[]; readonly texts: GraphTexts }) {
  const shown = rules.slice(0, CARD.maxRules);
  const rest = rules.length - shown.length;
  return (
    <ol className="graph-rules">
      {shown.map((rule) => (
        <li key={rule.rule} title={visible(rule.summary)}>
          <span className="graph-rule-number">{rule.rule}</span>
          <bdi className="graph-rule-match">{visible(rule.summary)}</bdi>
          {rule.more > 0 && <span className="graph-rule-more">+{rule.more}</span>}
          {rule.answers !== null && <span className="graph-rule-more">{texts.answers[rule.answers]}</span>}
        </li>
      ))}
      {rest > 0 && <li className="graph-rule-more">{texts.moreRules(rest)}</li>}
    </ol>
  );
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

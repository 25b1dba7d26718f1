import type { NodeMarks } from '../../core/graph/graph-marks.ts';
import type { GraphEdge, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import type { SvgWords } from '../../core/graph/write-svg.ts';
import { own } from '../../core/text/own.ts';
import { percent } from '../../core/text/percent.ts';
import { visible } from '../../core/text/visible.ts';
import type { GraphTexts } from './texts-en.ts';

function number(node: GraphNode, fact: string): number | null {
  const value = own(node.facts, fact);
  return typeof value === 'number' ? value : null;
}

/** Returns the line under a node's name. */
export function factsText(node: GraphNode, texts: GraphTexts): string {
  switch (node.kind) {
    case 'namespace':
      return texts.collapsed(
        number(node, 'services') ?? 0,
        number(node, 'routes') ?? 0,
        number(node, 'workloads') ?? 0,
      );
    case 'client': {
      if (node.facts.outside !== undefined) {
        return node.facts.outside === 'cluster' ? texts.client : texts.outsideMesh;
      }
      const workloads = number(node, 'workloads');
      return workloads === null ? texts.client : texts.senders(workloads);
    }
    case 'frontend': {
      const type = own(texts.types, String(node.facts.type)) ?? '';
      return [type, texts.ports(String(node.facts.ports))].filter((part) => part !== '').join(' · ');
    }
    case 'gateway': {
      const { behaves } = node.facts;
      if (behaves !== undefined) return classText(node, String(behaves), texts);
      const kind = node.facts.group === undefined ? node.resourceKind : `${node.resourceKind} (Istio)`;
      const what = node.facts.assumed === undefined ? `${kind} ` : `${texts.assumed} · `;
      return `${what}${texts.ports(String(node.facts.ports))}`;
    }
    case 'route':
      return node.rules.length === 0 ? `${node.resourceKind} · ${texts.rules(0)}` : node.resourceKind;
    case 'backend': {
      const endpoints = number(node, 'endpoints');
      return endpoints === null ? texts.endpointsUnknown : texts.endpoints(endpoints);
    }
    case 'workload': {
      const replicas = number(node, 'replicas');
      return replicas === null ? node.resourceKind : `${node.resourceKind} ×${replicas}`;
    }
    case 'grant':
      return texts.grantsFrom(String(node.facts.from));
    case 'missing':
      return `${node.resourceKind} · ${texts.missing}`;
    case 'other':
      return node.facts.count === undefined ? node.resourceKind : texts.other;
    default:
      return node.kind satisfies never;
  }
}

/** Returns the line under the name of a class of Ingresses: how its controller behaves. */
function classText({ facts }: GraphNode, behaves: string, texts: GraphTexts): string {
  const like = behaves === 'specification' ? texts.specification : behaves;
  return facts.assumed === undefined ? like : `${texts.assumed} · ${like}`;
}

/** Returns the kind of a node in words. */
export function kindText({ kind, resourceKind }: GraphNode, texts: GraphTexts): string {
  const isOwn = kind === 'gateway' ? resourceKind === 'IngressClass' : resourceKind === 'Ingress';
  return isOwn ? resourceKind : texts.kinds[kind];
}

/** Returns the roles of a node in words. Those of an Ingress are its kind. */
export function rolesText({ roles, resourceKind }: GraphNode, texts: GraphTexts): readonly string[] {
  return resourceKind === 'Ingress' ? [] : roles.map((role) => texts.roles[role]);
}

/**
 * Returns the line under a name on a card. The role of a route has its own mark next to it. `placed`: the card
 * also shows its namespace.
 */
export function cardFacts(node: GraphNode, texts: GraphTexts, placed: boolean): string {
  const facts =
    node.kind === 'route' && node.roles.length > 0 && USUAL_ROUTES.has(node.resourceKind)
      ? ''
      : factsText(node, texts);
  const place = placed && node.namespace !== '' ? visible(node.namespace) : '';
  return [place, facts].filter((part) => part !== '').join(' · ');
}

/** Kinds that the role or the shape of a card shows. */
const USUAL_ROUTES: ReadonlySet<string> = new Set(['HTTPRoute', 'VirtualService', 'Ingress']);

/** Returns the name on a card. */
export function nameOf(node: GraphNode, texts: GraphTexts): string {
  if (node.facts.outside === 'cluster') return texts.outsideCluster;
  if (node.facts.classless !== undefined) return texts.noClass;
  const count = number(node, 'count');
  return count === null ? visible(node.label) : texts.pile(count, visible(node.resourceKind));
}

/** Returns the text of a node for assistive technology. */
export function spokenNode(node: GraphNode, onTrace: boolean, texts: GraphTexts): string {
  const parts = [
    `${kindText(node, texts)} ${nameOf(node, texts)}`,
    node.namespace === '' || node.kind === 'namespace' ? '' : texts.inNamespace(visible(node.namespace)),
    node.kind === 'namespace' && node.facts.collapsed === undefined ? '' : factsText(node, texts),
    ...rolesText(node, texts),
    node.findings.length === 0 ? '' : texts.findings(node.findings.length),
    onTrace ? texts.onTrace : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Returns the text of marks for assistive technology, or '' without marks. */
export function spokenMarks(marks: NodeMarks | null, texts: GraphTexts): string {
  if (marks === null) return '';
  const rules = [...marks.rules].flatMap(([rule, kinds]) =>
    kinds.map((kind) => texts.ruleMark(rule, texts.marks[kind])),
  );
  return [...marks.card.map((kind) => texts.marks[kind]), ...rules].join(', ');
}

/** Returns the label of an edge in the picture, or '' when it has none. */
export function edgeLabel(edge: GraphEdge, texts: GraphTexts): string {
  if (edge.broken !== null) return `✕ ${edge.broken}`;
  switch (edge.kind) {
    case 'attached':
      return edge.order === null ? '' : `${edge.order}.`;
    case 'forwards':
      return edge.share === null || edge.share === 1 ? (edge.when ?? '') : percent(edge.share);
    case 'mirrors':
      return edge.share === null || edge.share === 1
        ? texts.mirror('').trim()
        : texts.mirror(percent(edge.share));
    case 'dials':
    case 'original':
    case 'selects':
    case 'grants':
    case 'applies':
      return '';
    default:
      return edge.kind satisfies never;
  }
}

/** Returns the label of an edge with what the card at its end shows: the role of a route. */
export function fullLabel(edge: GraphEdge, texts: GraphTexts): string {
  const role = edge.role === null || edge.broken !== null ? '' : texts.roles[edge.role];
  return [edgeLabel(edge, texts), role].filter((part) => part !== '').join(' ');
}

/** Returns the text of an edge for assistive technology. */
export function spokenEdge(edge: GraphEdge, from: string, to: string, texts: GraphTexts): string {
  const label = fullLabel(edge, texts);
  return `${from} ${texts.edges[edge.kind]} ${to}${label === '' ? '' : `, ${label}`}`;
}

/** Returns the texts of an exported drawing. */
export function svgWords(texts: GraphTexts): SvgWords {
  return {
    facts: (node) => factsText(node, texts),
    name: (node) => nameOf(node, texts),
    label: (edge) => edgeLabel(edge, texts),
  };
}

/** Returns the ids that the way of the request highlights. */
export function litBy(way: TraceWay | null): ReadonlySet<string> {
  return new Set(way === null ? [] : [...way.nodes, ...way.edges]);
}

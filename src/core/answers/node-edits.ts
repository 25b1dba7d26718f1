import type { ForwardedMessages } from '../explain/en/forwarded-messages.ts';
import { explainTrace } from '../explain/explain-trace.ts';
import { findingProse } from '../explain/finding-prose.ts';
import type { FindingReport } from '../explain/finding-report.ts';
import { plain } from '../explain/fragment.ts';
import type { ExplainLanguage } from '../explain/languages.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { GraphNode } from '../graph/graph-model.ts';
import { readClientId } from '../graph/node-ids.ts';
import { namespacedName } from '../ids/ids.ts';
import { readServicePortId } from '../ids/read-service-port-id.ts';
import type { SimRequest } from '../ir/request.ts';
import { sameData } from '../ir/same-data.ts';
import type { Trace } from '../ir/trace.ts';
import { traceRequest } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { analysedWith } from './analyse-fix.ts';
import { collectFindings } from './collect-findings.ts';
import { placeForDocument } from './new-document.ts';
import { grantEdits, grantsNeededBy } from './new-grant.ts';
import type { Proposal } from './proposal.ts';
import { reportFixes } from './report-findings.ts';
import {
  clientEdits,
  consumerEdits,
  gatewayEdits,
  type NewRouteContext,
  producerEdits,
} from './route-edits.ts';
import { routeOf, writtenRules } from './rule-cures.ts';
import { ruleEdits } from './rule-edits.ts';

/** The maximum number of edits of a node. */
const MOST_EDITS = 6;
/** The maximum number of proposals to check. Each check analyses the manifests again. */
const MOST_CHECKS = 12;
/** The same for a bundle with more documents than `LARGE`, in which a check takes up to a second. */
const MOST_CHECKS_LARGE = 2;
const LARGE = 2000;

/** The part of a node that decides its edits. */
export type EditedNode = Pick<GraphNode, 'id' | 'kind' | 'resourceKind' | 'resource' | 'namespace' | 'label'>;

/** A question for the edits of a node. */
export interface NodeQuestion {
  readonly node: EditedNode;
  /** The present request. Null if there is none. */
  readonly request: SimRequest | null;
  /** The file that is open. It gets new documents if no file declares the node. */
  readonly file: string;
}

/** An edit that was checked, with the manifests after it. */
export interface CheckedEdit {
  readonly fix: Fix;
  readonly after: Snapshot;
}

/** An edit of a node, as the page shows it. */
export type NodeEdit = FindingReport['fixes'][number] & {
  /** The name of the edit, such as `add-consumer-route`. */
  readonly name: string;
  /**
   * The effect on the present request. `to` is its new outcome, or what decides it if the outcome has the same
   * words. Null if there is no request.
   */
  readonly effect: { readonly is: 'same' } | { readonly is: 'changed'; readonly to: string } | null;
};

/**
 * Returns the edits of the manifests that a node of the graph offers. Each of them is verified: it is
 * applied, and the manifests are analysed again. They then have no new errors, and the new resource or rule
 * is there and accepted.
 *
 * @example
 * ```
 * nodeEdits(snapshot, { node, request, file: 'shop.yaml' }).map(({ fix }) => fix.name); // ['add-path-rule']
 * ```
 */
export function nodeEdits(snapshot: Snapshot, question: NodeQuestion): readonly CheckedEdit[] {
  const trace = question.request === null ? null : traceRequest(snapshot, question.request);
  return checkedEdits(snapshot, question, trace);
}

/**
 * Returns the edits of a node with their titles, lines and effects on the present request. Throws
 * EngineMissing when the texts of the language are not loaded.
 */
export function reportNodeEdits(
  snapshot: Snapshot,
  question: NodeQuestion,
  language: ExplainLanguage,
  messages: ForwardedMessages,
): readonly NodeEdit[] {
  const prose = findingProse(language);
  const before = question.request === null ? null : traceRequest(snapshot, question.request);
  return checkedEdits(snapshot, question, before).flatMap(({ fix, after }) =>
    reportFixes([fix], snapshot, prose).map((report) => ({
      ...report,
      name: fix.name,
      effect: before === null ? null : effectOn(before, traceRequest(after, before.request), messages),
    })),
  );
}

function effectOn(before: Trace, after: Trace, messages: ForwardedMessages): NodeEdit['effect'] {
  if (sameData(before.outcome, after.outcome)) return { is: 'same' };
  const headlineOf = (trace: Trace) => plain(explainTrace(trace, messages).headline);
  const headline = headlineOf(after);
  const isSame = headline === headlineOf(before);
  return { is: 'changed', to: isSame ? plain(explainTrace(after, messages).because) : headline };
}

function checkedEdits(
  snapshot: Snapshot,
  { node, file }: NodeQuestion,
  trace: Trace | null,
): readonly CheckedEdit[] {
  const proposals = proposalsFor(node, { snapshot, open: file, ...askedBy(trace) });
  if (proposals.length === 0) return [];
  const known = errorsOf(snapshot);
  const edits: CheckedEdit[] = [];
  const done = new Set<string>();
  const most = snapshot.documents.length > LARGE ? MOST_CHECKS_LARGE : MOST_CHECKS;
  for (const proposal of proposals.slice(0, most)) {
    const { oneOf } = proposal;
    if (oneOf !== undefined && done.has(oneOf)) continue;
    const edit = checked(proposal, snapshot, known, file);
    if (edit === null) continue;
    edits.push(edit);
    if (oneOf !== undefined) done.add(oneOf);
    if (edits.length === MOST_EDITS) break;
  }
  return edits;
}

/** Returns the client and the Service port of a request, if it is one of a client in the mesh. */
function askedBy(trace: Trace | null): Pick<NewRouteContext, 'client' | 'dialled'> {
  const from = trace?.request.from;
  if (!trace || !from?.inMesh) return { client: null, dialled: null };
  const identified = trace.steps.find((step) => step.kind === 'identify');
  if (identified?.kind !== 'identify' || identified.frontend === null)
    return { client: from.namespace, dialled: null };
  const { service, port } = readServicePortId(identified.frontend);
  return { client: from.namespace, dialled: port === null ? null : { service, port } };
}

function proposalsFor(node: EditedNode, context: NewRouteContext): readonly Proposal[] {
  const { kind, resource } = node;
  const { snapshot, open } = context;
  const service = namespacedName(node.namespace, node.label);
  switch (kind) {
    case 'route': {
      if (resource === null) return [];
      const route = routeOf(resource, snapshot);
      const rules = route === null ? [] : ruleEdits(route, snapshot);
      return [...rules, ...grantEdits({ route: resource }, resource, open, snapshot)];
    }
    case 'frontend':
      return [...producerEdits(service, context), ...consumerEdits(service, context)];
    case 'backend':
    case 'missing':
      return node.resourceKind === 'Service' ? grantEdits({ service }, resource, open, snapshot) : [];
    case 'gateway':
      return resource === null ? [] : gatewayEdits(resource, context);
    case 'client':
      return readClientId(node.id).outside ? [] : clientEdits(node.namespace, context);
    case 'namespace':
      return clientEdits(node.label, context);
    case 'workload':
    case 'grant':
    case 'other':
      return [];
    default:
      return kind satisfies never;
  }
}

/**
 * Returns an edit if its check succeeds. If the new route needs ReferenceGrants, the edit adds them, too.
 * Returns null if the check fails.
 */
function checked(
  { fix, makes, rules }: Proposal,
  snapshot: Snapshot,
  known: ReadonlySet<string>,
  open: string,
): CheckedEdit | null {
  const after = analysedWith(fix, snapshot);
  if (after === null || !isMade(makes, rules, after)) return null;
  if (isSound(makes, known, after)) return { fix, after };
  const grants = grantsNeededBy(makes, open, after);
  // The new resource has no place in the manifests before the edit.
  const site = rules === undefined ? fix.edits[0]?.site : placeForDocument([makes], open, snapshot);
  if (grants.length === 0 || !site) return null;
  const both: Fix = {
    ...fix,
    args: { ...fix.args, grants: grants.length },
    edits: [...fix.edits, ...grants.map((edit) => ({ ...edit, site }))],
  };
  const granted = analysedWith(both, snapshot);
  return granted !== null && isSound(makes, known, granted) ? { fix: both, after: granted } : null;
}

/** Returns true if the resource exists, with the given number of rules. */
function isMade(id: string, rules: number | undefined, after: Snapshot): boolean {
  if (!after.cluster.byId.has(id)) return false;
  if (rules === undefined) return true;
  const route = routeOf(id, after);
  return route !== null && writtenRules(route).length === rules;
}

/** Returns true if the manifests have only known errors, and each parent accepts the resource. */
function isSound(id: string, known: ReadonlySet<string>, after: Snapshot): boolean {
  return collectFindings(after).every(
    (finding) =>
      known.has(keyOf(finding)) ||
      (finding.severity !== 'error' &&
        !(finding.args.route === id && finding.condition?.type === 'Accepted')),
  );
}

function errorsOf(snapshot: Snapshot): ReadonlySet<string> {
  return new Set(collectFindings(snapshot).map(keyOf));
}

function keyOf({ code, args }: Finding): string {
  return `${code} ${JSON.stringify(args)}`;
}

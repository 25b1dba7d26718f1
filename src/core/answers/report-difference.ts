import type { Change } from '../analysis/questions/change-list.ts';
import { type ChangedField, changedFields } from '../analysis/questions/changed-fields.ts';
import { type ClassCondition, classCondition } from '../analysis/questions/class-condition.ts';
import { rulesNow } from '../analysis/questions/class-regions.ts';
import { difference } from '../analysis/questions/difference.ts';
import { type Witness, witnessOf } from '../analysis/sets/witness.ts';
import type { RuleIndex } from '../ids/ids.ts';
import type { Outcome } from '../ir/outcome.ts';
import { sameData } from '../ir/same-data.ts';
import {
  AUTHORIZATION_POLICY,
  PEER_AUTHENTICATION,
  REQUEST_AUTHENTICATION,
} from '../resource/kinds/rare-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { own } from '../text/own.ts';
import { holdTheSame } from './same-manifests.ts';

/** A class of requests whose outcome changes, as `diff -o json` prints it (CONTRACTS section 4). */
export interface ChangeReport {
  readonly frontend: string;
  /** Namespace of the clients. `*` means every namespace that has no consumer routes for the Service. */
  readonly client: string;
  /** With the client `*` of a Service: the namespaces that have consumer routes for it before or after. */
  readonly except: readonly string[];
  /** The requests of the class, in addition to frontend and client. */
  readonly condition: ClassCondition;
  readonly witness: Witness;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The other differences, by field: rewrites, headers, redirects, timeouts. */
  readonly fields: readonly ChangedField[];
  readonly because: readonly { readonly route: string; readonly rule: RuleIndex; readonly match: number }[];
  /** The rules of the manifests after the change that win or won such requests. */
  readonly rules: readonly { readonly route: string; readonly rule: RuleIndex }[];
}

export interface DifferenceReport {
  readonly changes: readonly ChangeReport[];
  /** True without changes is a proof that there are none. */
  readonly complete: boolean;
  /**
   * Ids of resources that differ, may act on requests and are not simulated. The comparison does not cover
   * them.
   */
  readonly notSimulated: readonly string[];
  /** Ids of access policies that differ, if the comparison tries only some requests for them. */
  readonly sampled: readonly string[];
}

const GUARDS = [AUTHORIZATION_POLICY, PEER_AUTHENTICATION, REQUEST_AUTHENTICATION];

/** Further classes have no description: a list of so many is not read to its end. */
const MOST_DESCRIBED = 500;
const NOT_DESCRIBED: ClassCondition = { exact: false, any: [] };

/**
 * Returns the classes of requests whose outcome differs between two snapshots, with one witness each.
 * Snapshots of the same resources need no analysis: they treat every request alike, and patterns and
 * overlapping hosts could make the analysis incomplete.
 */
export function reportDifference(before: Snapshot, after: Snapshot): DifferenceReport {
  if (holdTheSame(before, after)) return { changes: [], complete: true, notSimulated: [], sampled: [] };
  const world = ({ control, profile }: Snapshot) => ({ ir: control.ir, profile });
  const { changes, complete } = difference(world(before), world(after));
  const notSimulated = changedInfluences(before, after);
  return {
    changes: changes.map((change, at) => ({
      ...reportChange(change, at),
      except: change.except ?? (change.client === '*' ? consumersOf(change.frontend, [before, after]) : []),
    })),
    complete: complete && notSimulated.length === 0,
    notSimulated,
    sampled: complete ? [] : changedGuards(before, after),
  };
}

/** Returns a change with its description. `at` is its place in the list. */
export function reportChange(change: Change, at: number): ChangeReport {
  const { request, before, after, because, frontend, client, except, regions, steady } = change;
  return {
    frontend,
    client,
    except: except ?? [],
    condition: at < MOST_DESCRIBED ? classCondition(regions, steady) : NOT_DESCRIBED,
    witness: witnessOf(request),
    before,
    after,
    fields: changedFields(before, after),
    because: because.map(({ route, rule, match }) => ({ route, rule, match })),
    rules: rulesNow(regions),
  };
}

/** Returns the access policies that differ before and after, if they are simulated. */
function changedGuards(before: Snapshot, after: Snapshot): readonly string[] {
  const [old, fresh] = [guardsIn(before), guardsIn(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.filter((id) => !sameData(old.get(id), fresh.get(id)));
}

/** Returns the specs of the access policies that are simulated. */
function guardsIn({ cluster, control }: Snapshot): ReadonlyMap<string, unknown> {
  if (control.ir.access === null) return new Map();
  return new Map(
    GUARDS.flatMap((kind) =>
      cluster.resourcesOf(kind).map(({ id, spec, annotations }) => [id, [spec, annotations]] as const),
    ),
  );
}

/** Returns the namespaces that have consumer routes for a Service port in one of the snapshots. */
function consumersOf(frontend: string, snapshots: readonly Snapshot[]): readonly string[] {
  const scopes = snapshots.flatMap(({ control }) =>
    (control.ir.frontends.get(frontend)?.tables ?? []).map(({ scope }) => scope),
  );
  return [...new Set(scopes.flatMap((scope) => (scope.role === 'consumer' ? [scope.namespace] : [])))].sort();
}

/** Returns the resources behind influences that differ before and after. */
function changedInfluences(before: Snapshot, after: Snapshot): readonly string[] {
  const [old, fresh] = [influencesIn(before), influencesIn(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.filter((id) => old.get(id) !== fresh.get(id));
}

/**
 * Returns the text of each resource that may act on requests and is not simulated. For a setting, returns
 * only its part of the text.
 */
function influencesIn({ cluster, control }: Snapshot): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const { resource, setting } of control.ir.influences()) {
    const item = cluster.byId.get(resource)?.resource;
    const settings = { ...item?.labels, ...item?.annotations };
    const known = written.get(resource) ?? '';
    const text = setting === null ? JSON.stringify(item?.raw) : `${setting}=${own(settings, setting) ?? ''}`;
    written.set(resource, `${known}${text}\n`);
  }
  return written;
}

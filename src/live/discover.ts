import { readApiVersion } from '../core/ids/api-version.ts';
import { type WantedKind, wantedKinds } from './api-kinds.ts';
import { type Answer, type Ask, isRecord, type Refusal } from './ask-api.ts';

/** A kind that the API server provides. */
export interface ServedKind {
  readonly kind: string;
  /** `v1`, or group and version. */
  readonly apiVersion: string;
  /** Name in paths. */
  readonly plural: string;
  readonly namespaced: boolean;
  /** `known`: simulated. `policy`: of an unknown group, read for its targetRefs. */
  readonly sort: 'known' | 'policy';
  /** Whether it is requested by default. */
  readonly usual: boolean;
}

/** The content of a cluster. */
export interface Discovery {
  /** The server's version, such as `v1.33.1`. */
  readonly version: string;
  readonly kinds: readonly ServedKind[];
  /** Names, sorted. Null when the user may not list namespaces and has to name them. */
  readonly namespaces: readonly string[] | null;
}

/** The number of concurrent requests. */
const AT_ONCE = 6;

/** Returns the path of an API version's resources. */
export function pathOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** Returns the version of the cluster. Returns null when no API server answers. */
export async function findVersion(ask: Ask, signal: AbortSignal): Promise<string | null> {
  const answer = await ask('/version', signal);
  return answer.ok && typeof answer.value.gitVersion === 'string' ? answer.value.gitVersion : null;
}

/** Returns the served kinds that the page supports, with their versions, and the namespaces. */
export async function discover(ask: Ask, signal: AbortSignal): Promise<Discovery | Refusal> {
  const version = await findVersion(ask, signal);
  if (version === null) return { why: 'missing' };
  const groups = await ask('/apis', signal);
  if (!groups.ok) return groups;
  const groupVersions = new Map<string, readonly string[]>([['', ['v1']]]);
  for (const group of listOf(groups.value.groups)) {
    const names = listOf(group.versions).flatMap(({ version: name }) =>
      typeof name === 'string' ? [name] : [],
    );
    if (typeof group.name === 'string') groupVersions.set(group.name, names);
  }
  const wanted = wantedKinds();
  const known = new Set(wanted.map(({ group }) => group));
  const apiVersions = [...groupVersions].flatMap(([group, versions]) => {
    const asked = known.has(group) ? versions : isCustom(group) ? versions.slice(0, 1) : [];
    return asked.map((name) => ({
      group,
      version: name,
      apiVersion: group === '' ? name : `${group}/${name}`,
    }));
  });
  const served: ServedKind[] = [];
  await inParallel(apiVersions, async ({ group, apiVersion }) => {
    const answer = await ask(pathOf(apiVersion), signal);
    if (!answer.ok) return;
    for (const resource of resourcesOf(answer)) {
      const own = wanted.find((each) => each.group === group && each.kind === resource.kind);
      if (own !== undefined) served.push({ ...resource, apiVersion, sort: 'known', usual: own.usual });
      else if (isCustom(group) && resource.kind.endsWith('Policy')) {
        served.push({ ...resource, apiVersion, sort: 'policy', usual: false });
      }
    }
  });
  const kinds = inBestVersion(served, wanted);
  kinds.sort((a, b) => order(a.apiVersion, b.apiVersion) || order(a.kind, b.kind));
  return { version, kinds, namespaces: await namespacesOf(ask, signal) };
}

/** Returns each kind once, in the best supported version. */
function inBestVersion(served: readonly ServedKind[], wanted: readonly WantedKind[]): ServedKind[] {
  const best = new Map<string, { readonly served: ServedKind; readonly rank: number }>();
  for (const each of served) {
    const { group, version } = readApiVersion(each.apiVersion);
    const own = wanted.find((one) => one.group === group && one.kind === each.kind);
    const at = own?.versions.indexOf(version) ?? 0;
    const rank = at < 0 ? Number.POSITIVE_INFINITY : at;
    const key = `${group} ${each.kind}`;
    const known = best.get(key);
    if (known === undefined || rank < known.rank) best.set(key, { served: each, rank });
  }
  return [...best.values()].map((each) => each.served);
}

async function namespacesOf(ask: Ask, signal: AbortSignal): Promise<readonly string[] | null> {
  const answer = await ask('/api/v1/namespaces', signal);
  if (!answer.ok) return null;
  const names = listOf(answer.value.items).flatMap(({ metadata }) =>
    isRecord(metadata) && typeof metadata.name === 'string' ? [metadata.name] : [],
  );
  return names.sort(order);
}

/** Returns true for groups of custom resources. Kubernetes' own groups end in `.k8s.io` or have no dot. */
function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

function resourcesOf(answer: Extract<Answer, { ok: true }>) {
  return listOf(answer.value.resources).flatMap(({ kind, name, namespaced, verbs }) => {
    // Names with a slash are subresources, such as status.
    if (typeof kind !== 'string' || typeof name !== 'string' || name.includes('/')) return [];
    if (!Array.isArray(verbs) || !verbs.includes('list')) return [];
    return [{ kind, plural: name, namespaced: namespaced === true }];
  });
}

/** Returns the objects in a list, without other values. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calls `act` for each item, a few at a time. */
export async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
}

import {
  FQDN,
  type World,
  type WorldClient,
  type WorldDestinationRule,
  type WorldService,
} from './istio-world.ts';

/** Names, visibility and DestinationRules for the oracle, by the sections of the digest. */

export const ROOT = 'istio-system';

export function full(host: string, namespace: string): string {
  return host.includes('.') || host.startsWith('*') ? host : FQDN(host, namespace);
}

export function seenFrom(exportTo: readonly string[], owner: string, client: string): boolean {
  if (exportTo.length === 0 || exportTo.includes('*')) return true;
  return exportTo.some((each) => (each === '.' ? owner : each) === client);
}

export function hasAll(
  labels: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>> = {},
): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

/** 2.4 */
export function covers(wide: string, host: string): boolean {
  return wide.startsWith('*') ? host.endsWith(wide.slice(1)) && host.length >= wide.length : wide === host;
}

export function overlaps(a: string, b: string): boolean {
  return covers(a, b) || covers(b, a);
}

export const inOrder = <T extends { created: number; name: string; namespace: string }>(
  items: readonly T[],
): T[] =>
  [...items].sort(
    (a, b) =>
      a.created - b.created ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.namespace < b.namespace ? -1 : 1),
  );

/** Returns the DestinationRule of a client for a Service (9.1, 9.7). */
export function ruleFor(
  service: WorldService,
  { namespace, labels }: WorldClient,
  world: World,
): WorldDestinationRule | null {
  const rules = inOrder(world.destinationRules).filter(
    ({ host }) => host === FQDN(service.name, service.namespace),
  );
  const exportOf = (each: WorldDestinationRule) => (each.selector === undefined ? each.exportTo : ['.']);
  const pick = (among: readonly WorldDestinationRule[]) =>
    among.find(
      (each) => each.selector !== undefined && each.namespace === namespace && hasAll(labels, each.selector),
    ) ??
    among.filter((each) => each.selector === undefined).at(-1) ??
    null;
  const isPrivateIn = (each: WorldDestinationRule) => {
    const to = exportOf(each);
    return to.length === 1 && (to[0] === '.' || to[0] === each.namespace);
  };
  const local = rules.filter(
    (each) =>
      each.namespace === namespace &&
      seenFrom(exportOf(each), namespace, namespace) &&
      (namespace !== ROOT || isPrivateIn(each)),
  );
  if (local.length > 0) {
    const chosen = pick(local);
    // The subsets of the general rule join the selected one if its exportTo names its own namespace.
    const general = local.find((each) => each.selector === undefined && each.exportTo.includes('.'));
    if (chosen?.selector !== undefined && general !== undefined)
      return { ...chosen, subsets: [...chosen.subsets, ...general.subsets] };
    return chosen;
  }
  for (const owner of [service.namespace, ROOT]) {
    const found = rules.filter(
      (each) => each.namespace === owner && !isPrivateIn(each) && seenFrom(exportOf(each), owner, namespace),
    );
    if (found.length > 0) return pick(found);
  }
  return null;
}

import { namespacedName } from '../ids/ids.ts';
import type { Snapshot } from '../snapshot.ts';
import { backendTo, type RuleRoute, type Written, writtenRules } from './rule-cures.ts';

/** A port of a Service that a route can forward requests to. */
export interface Destination {
  /** `ns/name`. */
  readonly service: string;
  readonly port: number;
}

/**
 * Returns the first port of a Service that HTTP requests can be sent to: the preferred one if the Service has
 * it. Returns null if there is none.
 */
export function destinationOf(
  service: string,
  preferred: number | null,
  { control }: Snapshot,
): Destination | null {
  const facet = control.services.find(service);
  if (facet === null || facet.facts.kind === 'external-name') return null;
  const ports = facet.ports.filter(({ protocol }) => protocol === 'TCP').map(({ port }) => port);
  const port = preferred !== null && ports.includes(preferred) ? preferred : ports[0];
  return port === undefined ? null : { service, port };
}

/** Returns the Service port that a route is attached to. Returns null if its first parent is no Service. */
export function parentDestination(route: RuleRoute, snapshot: Snapshot): Destination | null {
  const parent = route.spec.parentRefs[0];
  if (parent === undefined || parent.kind !== 'Service' || parent.group !== '') return null;
  return destinationOf(namespacedName(parent.namespace, parent.name), parent.port, snapshot);
}

/** Returns the references to backends of the last rule that has some, as written. Empty if no rule has any. */
export function lastBackends(route: RuleRoute): readonly Written[] {
  const lists = writtenRules(route).flatMap((rule) => {
    const refs = typeof rule === 'object' ? (rule as Written | null)?.backendRefs : undefined;
    return Array.isArray(refs) && refs.length > 0 ? [refs as readonly unknown[]] : [];
  });
  return (lists.at(-1) ?? []).flatMap((ref) =>
    typeof ref === 'object' && ref !== null ? [ref as Written] : [],
  );
}

/** Returns the reference to a destination from a namespace, as written. */
export function refTo({ service, port }: Destination, namespace: string): Written {
  return backendTo(service, port, namespace);
}

import { namespacedName } from '../../../../ids/ids.ts';
import { compareKeys } from '../../../../ir/order.ts';
import type { IngressPath } from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { IngressResource } from '../class-of-ingress.ts';
import type { CompiledClass } from '../compiled-classes.ts';
import { namedPath, placeOfPath } from './places.ts';
import type { Report } from './report.ts';

/** A path of a class with what decides between equal ones. */
interface RankedPath {
  readonly ingress: IngressResource;
  readonly host: string | null;
  readonly written: IngressPath;
  readonly age: number | null;
}

/**
 * Reports a path that another Ingress of the class has for the same host, with the same type: only one of them
 * takes requests (I-605).
 */
export function checkSamePaths(served: CompiledClass, report: Report): void {
  const byKey = new Map<string, RankedPath[]>();
  for (const ingress of ordinary(served))
    for (const { host, paths } of ingress.spec.rules)
      for (const written of paths) {
        if (written.backend.kind === 'resource') continue;
        const isExact = written.pathType === 'Exact';
        const key = JSON.stringify([host?.toLowerCase() ?? '', written.path || '/', isExact]);
        const own: RankedPath = { ingress, host, written, age: served.ageOf(ingress) };
        byKey.set(key, [...(byKey.get(key) ?? []), own]);
      }
  for (const paths of byKey.values()) {
    const [winner, ...losers] = [...paths].sort(orderOf(served));
    if (winner === undefined) continue;
    for (const loser of losers) {
      const { ingress, host, written } = loser;
      report('ingress-path-shadowed', ingress, placeOfPath(written), {
        ...namedPath(ingress, host, written),
        by: winner.ingress.id,
        why: reasonOf(winner, loser, served),
      });
    }
  }
}

/** Returns the Ingresses whose paths nginx has as locations, or all Ingresses of another controller. */
function ordinary({ ingresses, nginx }: CompiledClass): readonly IngressResource[] {
  if (nginx === null) return ingresses;
  return nginx.read.served.filter(({ settings }) => settings.canary === null).map(({ ingress }) => ingress);
}

/** The older one wins, then the first name. For ingress-nginx it is the last name (I-601), for Traefik age is nothing. */
function orderOf({ controller: { behaves } }: CompiledClass): (a: RankedPath, b: RankedPath) => number {
  return (a, b) => {
    if (a.ingress === b.ingress) return 0;
    if (behaves !== 'traefik' && a.age !== null && b.age !== null && a.age !== b.age) return a.age - b.age;
    const order = compareKeys(keyOf(a), keyOf(b));
    return behaves === 'ingress-nginx' ? -order : order;
  };
}

function keyOf({ ingress }: RankedPath): string {
  return namespacedName(ingress.namespace, ingress.name);
}

type Reason = 'position' | 'age' | 'name' | 'last-name';

function reasonOf(winner: RankedPath, loser: RankedPath, { controller: { behaves } }: CompiledClass): Reason {
  if (winner.ingress === loser.ingress) return 'position';
  const isByAge =
    behaves !== 'traefik' && winner.age !== null && loser.age !== null && winner.age !== loser.age;
  if (isByAge) return 'age';
  return behaves === 'ingress-nginx' ? 'last-name' : 'name';
}

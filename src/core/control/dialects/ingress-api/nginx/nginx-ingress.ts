import { namespacedName } from '../../../../ids/ids.ts';
import type { IngressResource } from '../class-of-ingress.ts';
import type { AgedIngress } from '../specification-hosts.ts';
import { type NginxSettings, nginxSettings } from './nginx-settings.ts';

/** An Ingress with its settings, as ingress-nginx reads it. */
export interface NginxIngress {
  readonly ingress: IngressResource;
  readonly settings: NginxSettings;
}

/** The Ingresses that a controller serves, in its order, and those that it drops (I-602). */
export interface ReadIngresses {
  readonly served: readonly NginxIngress[];
  readonly dropped: readonly NginxIngress[];
}

/** Returns the Ingresses of a controller in its order. */
export function readIngresses(ingresses: readonly AgedIngress[], allowsSnippets: boolean): ReadIngresses {
  const read = [...ingresses].sort(inOrder).map(({ ingress }) => ({
    ingress,
    settings: nginxSettings(ingress.annotations, allowsSnippets),
  }));
  return {
    served: read.filter(({ settings }) => settings.droppedBy === null),
    dropped: read.filter(({ settings }) => settings.droppedBy !== null),
  };
}

/** Oldest first. For equal or unknown times, the last name comes first (I-601). */
function inOrder(a: AgedIngress, b: AgedIngress): number {
  if (a.age !== null && b.age !== null && a.age !== b.age) return a.age - b.age;
  const [nameOfA, nameOfB] = [keyOf(a), keyOf(b)];
  return nameOfA === nameOfB ? 0 : nameOfA > nameOfB ? -1 : 1;
}

function keyOf({ ingress }: AgedIngress): string {
  return namespacedName(ingress.namespace, ingress.name);
}

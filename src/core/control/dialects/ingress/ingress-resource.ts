import type { Origin } from '../../../ir/origin.ts';
import type { IngressSpec } from '../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { KnownResource } from '../../../resource/resource.ts';
import { extendPath, type Path } from '../../../text/path.ts';

/** An Ingress of a bundle. */
export type IngressResource = KnownResource<'Ingress', 'networking.k8s.io', IngressSpec>;

/** Returns a place in an Ingress. */
export function placeIn({ origin }: IngressResource, path: Path): Origin {
  const { file, document, root } = origin;
  return { file, document, path: extendPath(root, ...path), implied: false };
}

import type { Origin } from '../../../ir/origin.ts';
import { extendPath, type Path } from '../../../text/path.ts';
import type { IngressResource } from './class-of-ingress.ts';

/** Returns a place in an Ingress. */
export function placeIn({ origin }: IngressResource, path: Path): Origin {
  const { file, document, root } = origin;
  return { file, document, path: extendPath(root, ...path), implied: false };
}

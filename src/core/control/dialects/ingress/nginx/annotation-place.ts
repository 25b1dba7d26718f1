import type { Origin } from '../../../../ir/origin.ts';
import { own } from '../../../../text/own.ts';
import { type IngressResource, placeIn } from '../ingress-resource.ts';

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** Returns the place of an annotation of ingress-nginx. Returns another place if the Ingress does not have it. */
export function annotationPlace(ingress: IngressResource, name: string, otherwise: Origin): Origin {
  const key = `${PREFIX}${name}`;
  return own(ingress.annotations, key) === undefined
    ? otherwise
    : placeIn(ingress, ['metadata', 'annotations', key]);
}

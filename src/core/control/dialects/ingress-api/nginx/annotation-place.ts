import type { Origin } from '../../../../ir/origin.ts';
import { NGINX_PREFIX } from '../../../../resource/kinds/networking.k8s.io/nginx-annotations.ts';
import { own } from '../../../../text/own.ts';
import type { IngressResource } from '../class-of-ingress.ts';
import { placeIn } from '../place-in-ingress.ts';

/** Returns the place of an annotation of ingress-nginx. Returns another place if the Ingress does not have it. */
export function annotationPlace(ingress: IngressResource, name: string, otherwise: Origin): Origin {
  const key = `${NGINX_PREFIX}${name}`;
  return own(ingress.annotations, key) === undefined
    ? otherwise
    : placeIn(ingress, ['metadata', 'annotations', key]);
}

import type { IngressPath } from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { Path } from '../../../../text/path.ts';
import type { IngressResource } from '../class-of-ingress.ts';
import type { Location } from '../nginx/servers.ts';

/** A path of an Ingress with its host, as findings name them. */
export interface NamedPath {
  /** The id of the Ingress. */
  readonly ingress: string;
  /** `*` without a host. */
  readonly host: string;
  readonly path: string;
}

/** Returns a path of an Ingress as findings name it. */
export function namedPath({ id }: IngressResource, host: string | null, { path }: IngressPath): NamedPath {
  return { ingress: id, host: host || '*', path: path || '/' };
}

/** A path of an Ingress that nginx has a location for. */
interface WrittenPath {
  readonly ingress: IngressResource;
  readonly host: string | null;
  readonly written: IngressPath;
}

/** Returns the path that a location comes from. Returns null for the location of a default backend. */
export function writtenPath({
  from,
  rule,
  match,
}: Pick<Location, 'from' | 'rule' | 'match'>): WrittenPath | null {
  if (rule === 'defaultBackend') return null;
  const { ingress } = from;
  const own = ingress.spec.rules[rule];
  const written = own?.paths[match];
  return own === undefined || written === undefined ? null : { ingress, host: own.host, written };
}

/** Returns the place of the text of a path. */
export function placeOfPath({ origin }: IngressPath): Path {
  return [...origin, 'path'];
}

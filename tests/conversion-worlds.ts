/** Small worlds with Ingresses, for the traps of their conversion. */

import { manifest, service } from './manifests.ts';

type Annotations = Readonly<Record<string, string>>;

/** A path of an Ingress: `Prefix /a svc`, `Exact /a svc`, `Any /a.* svc`, with a port after a colon. */
type WrittenPath = string;

/** The fields of an Ingress. */
interface Written {
  readonly host?: string;
  readonly paths?: readonly WrittenPath[];
  readonly annotations?: Annotations;
  readonly tls?: readonly object[];
  readonly age?: number;
  readonly fallback?: string;
  readonly className?: string;
}

/** What happens to a request: its answer is kept, a change has this topic, or a loss has this code. */
type Expected = 'kept' | `change ${string}` | `loss ${string}`;

/** A trap with the requests that show it. */
export interface Trap {
  readonly name: string;
  readonly world: readonly object[];
  /** Requests (`GET http://a.test/x`, with headers after a bar) and what happens to them. */
  readonly requests: Readonly<Record<string, Expected>>;
  /** The codes of losses that the conversion names, in addition. */
  readonly losses?: readonly string[];
}

const CLASS = manifest('networking.k8s.io/v1', 'IngressClass', 'nginx', {
  spec: { controller: 'k8s.io/ingress-nginx' },
});

function backend(text: string): object {
  const [name, port = '80'] = text.split(':');
  return { service: { name, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } };
}

/** An Ingress of the class `nginx`. */
export function ingress(
  name: string,
  { host, paths = [], annotations = {}, tls, age, fallback, className = 'nginx' }: Written,
): object {
  const types: Readonly<Record<string, string>> = { Any: 'ImplementationSpecific' };
  const written = paths.map((text) => {
    const [type = '', path = '', to = ''] = text.split(' ');
    return { path, pathType: types[type] ?? type, backend: backend(to) };
  });
  const own = Object.entries(annotations).map(([key, value]) => [
    `nginx.ingress.kubernetes.io/${key}`,
    value,
  ]);
  return manifest(
    'networking.k8s.io/v1',
    'Ingress',
    name.includes('/') ? name : `demo/${name}`,
    {
      spec: {
        ingressClassName: className,
        ...(paths.length === 0
          ? null
          : { rules: [{ ...(host === undefined ? null : { host }), http: { paths: written } }] }),
        ...(tls === undefined ? null : { tls }),
        ...(fallback === undefined ? null : { defaultBackend: backend(fallback) }),
      },
    },
    {
      annotations: Object.fromEntries(own),
      ...(age === undefined
        ? null
        : { creationTimestamp: `2024-01-${String(age).padStart(2, '0')}T00:00:00Z` }),
    },
  );
}

/** Services with a selector and port 80. */
export const services = (...names: readonly string[]) =>
  names.map((name) => service(name.includes('/') ? name : `demo/${name}`, { selector: { app: name } }));
/** A Secret with a certificate. */
export const secret = (name: string) => {
  const stringData = { 'tls.crt': PEM, 'tls.key': PEM };
  return manifest('v1', 'Secret', `demo/${name}`, { type: 'kubernetes.io/tls', stringData });
};
/** Manifests with the class of ingress-nginx. */
export const world = (...manifests: readonly (object | readonly object[])[]) => [CLASS, ...manifests.flat()];

/** Some bytes. Nothing reads the certificate. */
const PEM = '-----BEGIN X-----\nMIIB\n-----END X-----\n';
/** The paths of the host are expressions. */
export const REGEX = { 'use-regex': 'true' };
/** A canary with 30 percent. */
export const SPLIT = { canary: 'true', 'canary-weight': '30' };

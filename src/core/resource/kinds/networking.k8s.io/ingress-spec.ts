import type { Path } from '../../../text/path.ts';

/** The annotation that named the class before the field existed (I-102). */
export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** A port of a Service as an Ingress names it: by number or by name. Null if it names none (I-401). */
export type IngressPort = number | string | null;

/** Where the requests of a path go. `origin` is its place, relative to the Ingress. */
export type IngressBackend =
  | {
      readonly kind: 'service';
      /** A Service of the namespace of the Ingress (I-101). '' if the manifest names none. */
      readonly name: string;
      readonly port: IngressPort;
      readonly origin: Path;
    }
  | {
      readonly kind: 'resource';
      readonly apiGroup: string;
      readonly resourceKind: string;
      readonly name: string;
      readonly origin: Path;
    };

/** How a path is compared (I-301, I-302, I-305). */
export type IngressPathType = 'Exact' | 'Prefix' | 'ImplementationSpecific';

/** A path of a rule. */
export interface IngressPath {
  /** As written. '' if absent. */
  readonly path: string;
  /** An absent or unknown type is read as `ImplementationSpecific`. */
  readonly pathType: IngressPathType;
  readonly backend: IngressBackend;
  /** The place, relative to the Ingress: `spec.rules[0].http.paths[1]`. */
  readonly origin: Path;
}

/** The paths of one host. */
export interface IngressRule {
  /** As written: a name or `*.name`. Null without a host (I-203). */
  readonly host: string | null;
  /** False for a host without `http` (I-106). Its requests go to the default backend. */
  readonly hasHttp: boolean;
  readonly paths: readonly IngressPath[];
  /** The place, relative to the Ingress: `spec.rules[0]`. */
  readonly origin: Path;
}

/** Hosts with one certificate (I-501). */
export interface IngressTLS {
  readonly hosts: readonly string[];
  /** A Secret of the namespace of the Ingress. Null if absent. */
  readonly secretName: string | null;
  /** The place, relative to the Ingress: `spec.tls[0]`. */
  readonly origin: Path;
}

/** The spec of an Ingress of any version, in the shape of v1. */
export interface IngressSpec {
  /** The field. The annotation of the class is in the annotations of the resource (I-102). */
  readonly ingressClassName: string | null;
  readonly defaultBackend: IngressBackend | null;
  readonly tls: readonly IngressTLS[];
  /** In the order as written. Rules that cannot be read are left out. */
  readonly rules: readonly IngressRule[];
  /** The addresses in the status. */
  readonly loadBalancer: readonly { readonly ip: string | null; readonly hostname: string | null }[];
}

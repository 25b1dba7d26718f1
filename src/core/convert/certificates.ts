import type { Cluster } from '../cluster/cluster.ts';
import type { IngressResource } from '../control/dialects/ingress-api/class-of-ingress.ts';
import { placeIn } from '../control/dialects/ingress-api/place-in-ingress.ts';
import { namespacedName } from '../ids/ids.ts';
import type { ControllerBehaviour } from '../ir/proxy-config.ts';
import type { IngressTLS } from '../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { LossList } from './loss-list.ts';

/** A Secret with a certificate. */
export interface CertificateSecret {
  readonly namespace: string;
  readonly name: string;
}

/** Returns the certificates of the hosts of a class (I-501, I-722). Adds a loss where a host has none. */
export class Certificates {
  private readonly ingresses: readonly IngressResource[];
  private readonly behaves: ControllerBehaviour;
  private readonly cluster: Cluster;
  private readonly losses: LossList;

  /** `ingresses` are those of the class. */
  constructor(
    ingresses: readonly IngressResource[],
    behaves: ControllerBehaviour,
    cluster: Cluster,
    losses: LossList,
  ) {
    this.ingresses = behaves === 'ingress-nginx' ? [...ingresses].sort(inOrderOfNginx) : ingresses;
    this.behaves = behaves;
    this.cluster = cluster;
    this.losses = losses;
  }

  /** Returns the certificate of a host. Returns null if no listener for HTTPS can be written for it. */
  of(host: string | null): CertificateSecret | null {
    const found = this.find(host) ?? (host === null ? null : this.find(wildcardAbove(host)));
    if (found === null || found.tls.secretName === null || found.tls.secretName === '') {
      if (found !== null)
        this.losses.add(found.ingress.id, placeIn(found.ingress, found.tls.origin), 'certificate-missing', {
          host: host ?? '*',
        });
      return null;
    }
    const { ingress, tls } = found;
    const name = tls.secretName ?? '';
    const secret = { namespace: ingress.namespace, name };
    if (!this.cluster.secrets.has(namespacedName(secret.namespace, name)))
      this.losses.add(ingress.id, placeIn(ingress, [...tls.origin, 'secretName']), 'secret-missing', {
        secret: `Secret/${namespacedName(secret.namespace, name)}`,
      });
    return secret;
  }

  private find(host: string | null): { readonly ingress: IngressResource; readonly tls: IngressTLS } | null {
    const fits = (tls: IngressTLS) =>
      host !== null && tls.hosts.some((each) => covers(each.toLowerCase(), host));
    for (const ingress of this.ingresses) {
      const { tls, rules } = ingress.spec;
      const names = rules.some((rule) => (rule.host?.toLowerCase() ?? null) === host);
      const own =
        tls.find(fits) ?? (names || this.behaves !== 'ingress-nginx' ? tls.find(isOpen) : undefined);
      if (own !== undefined && (names || this.behaves !== 'ingress-nginx')) return { ingress, tls: own };
      // The first Ingress that names the host and has certificates decides.
      if (names && tls.length > 0 && this.behaves === 'ingress-nginx')
        return { ingress, tls: { ...(tls[0] as IngressTLS), secretName: null } };
    }
    return null;
  }
}

function isOpen({ hosts }: IngressTLS): boolean {
  return hosts.length === 0;
}

function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && wildcardAbove(host) === pattern);
}

function wildcardAbove(host: string): string {
  return host.replace(/^[^.]+/, '*');
}

/** Oldest first. For equal or unknown times, the last name comes first (I-601). */
function inOrderOfNginx(a: IngressResource, b: IngressResource): number {
  if (a.created !== null && b.created !== null && a.created !== b.created) return a.created - b.created;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}

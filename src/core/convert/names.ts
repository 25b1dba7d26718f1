import { freeName } from '../answers/free-name.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { resourceId } from '../resource/resource-id.ts';

/** The group of the API of routes and Gateways. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Gives names to new resources that no resource of the manifests has. */
export class NewNames {
  private readonly cluster: Cluster;
  private readonly given = new Set<string>();

  constructor(cluster: Cluster) {
    this.cluster = cluster;
  }

  /** Returns a free name, made of words. */
  of(kind: string, namespace: string, words: readonly string[]): string {
    const idOf = (name: string) => resourceId(kind, GATEWAY_GROUP, namespace, name);
    const taken = {
      has: (name: string) => this.given.has(idOf(name)) || this.cluster.byId.has(idOf(name)),
    };
    const name = freeName(words, taken as ReadonlySet<string>);
    this.given.add(idOf(name));
    return name;
  }
}

/** Returns the words of a host for names: `wildcard` for `*`, `any-host` without a host. */
export function wordsOfHost(host: string | null): string {
  return host === null ? 'any-host' : host.replace(/^\*/, 'wildcard').replaceAll('.', '-');
}

import type { BackendContext } from '../backend-of-ingress.ts';

/** What the locations of all servers read. */
export interface NginxContext extends BackendContext {
  /** Returns true if the manifests have a Secret, or a name that no manifest can decide. */
  hasSecret(namespace: string, name: string): boolean;
}

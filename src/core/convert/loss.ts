import type { PlacedOrigin } from '../ir/trace.ts';

/**
 * What cannot be carried over, as a code. The sentences are in explain/loss-words.ts.
 *
 * `access-control`, `unknown-effect` and `pattern-unreadable` protect requests, or may do so: their rules are
 * written without backends, so that they answer 500 and let nothing through.
 */
export type LossCode =
  | 'access-control'
  | 'unknown-effect'
  | 'pattern-unreadable'
  | 'pattern-specific'
  | 'rewrite-groups'
  | 'redirect-code'
  | 'redirect-url'
  | 'mirror-target'
  | 'header-groups'
  | 'external-name'
  | 'backend-port'
  | 'resource-backend'
  | 'rate-limit'
  | 'timeout-meaning'
  | 'retries'
  | 'backend-tls'
  | 'backend-protocol'
  | 'session-experimental'
  | 'spare-backend'
  | 'annotation'
  | 'certificate-missing'
  | 'secret-missing'
  | 'host-pattern'
  | 'ingress-dropped'
  | 'controller-stuck'
  | 'path-value'
  | 'kind-not-converted';

/** `error`: a protection is lost. `warning`: requests or settings differ. `note`: carried over with a condition. */
export type LossSeverity = 'error' | 'warning' | 'note';

const SEVERITIES: Readonly<Partial<Record<LossCode, LossSeverity>>> = {
  'access-control': 'error',
  'unknown-effect': 'error',
  'pattern-unreadable': 'error',
  'pattern-specific': 'note',
  'session-experimental': 'note',
  'ingress-dropped': 'note',
};

/** Something of a manifest that the conversion cannot carry over. */
export interface Loss {
  /** The id of the resource. */
  readonly resource: string;
  /** The path in the resource, as traces print it. */
  readonly path: string;
  readonly origin: PlacedOrigin;
  readonly why: { readonly code: LossCode; readonly args: Readonly<Record<string, string>> };
  readonly severity: LossSeverity;
}

/** Returns how grave a loss is. */
export function severityOf(code: LossCode): LossSeverity {
  return SEVERITIES[code] ?? 'warning';
}

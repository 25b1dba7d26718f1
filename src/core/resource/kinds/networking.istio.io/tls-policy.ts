import { own } from '../../../text/own.ts';

/** The modes of TLS of a traffic policy. */
export interface TLSPolicy {
  /** Null if the policy does not say. */
  readonly mode: string | null;
  /** The modes of single ports. Null if the entry of a port does not say. */
  readonly ports: ReadonlyMap<number, string | null>;
}

type Fields = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return isMapping(value) ? own(value, name) : undefined;
}

function modeIn(policy: unknown): string | null {
  const tls = field(policy, 'tls');
  if (!isMapping(tls)) return null;
  const mode = field(tls, 'mode');
  return typeof mode === 'string' && mode !== '' ? mode : 'DISABLE';
}

/** Returns the modes of TLS of a traffic policy. Returns null without a policy. */
export function tlsPolicyOf(policy: unknown): TLSPolicy | null {
  if (!isMapping(policy)) return null;
  const ports = new Map<number, string | null>();
  const levels = field(policy, 'portLevelSettings');
  for (const each of Array.isArray(levels) ? levels : []) {
    const number = field(field(each, 'port'), 'number');
    if (typeof number === 'number' && !ports.has(number)) ports.set(number, modeIn(each));
  }
  return { mode: modeIn(policy), ports };
}

/**
 * Returns the mode of a port: a policy of a subset precedes that of the host, and the entry of a port replaces
 * the rest of its policy (Istio 9.8, 9.9). Returns null if no policy says it.
 */
export function tlsModeAt(port: number, host: TLSPolicy | null, subset: TLSPolicy | null): string | null {
  const at = (policy: TLSPolicy | null): string | null => {
    if (policy === null) return null;
    return policy.ports.has(port) ? (policy.ports.get(port) ?? null) : policy.mode;
  };
  return at(subset) ?? at(host);
}

import { accountOf, cutAccount, isAccountName, principalOf } from '../../ids/principal.ts';
import type { AccessPattern, AccessSender } from '../../ir/access.ts';
import { matchesPattern } from './access-pattern.ts';
import { anyOf, type Truth, truthOf } from './truth.ts';

/**
 * The identity that a connection proves. `mutual` is `no` for a connection without mutual TLS: it has none.
 */
export interface Identity {
  readonly mutual: Truth;
  readonly sender: AccessSender;
}

/** Returns whether an identity has a part that one of the patterns matches. No identity matches nothing. */
export function matchesIdentity(
  of: 'principal' | 'sender-namespace' | 'sender-account',
  patterns: readonly AccessPattern[],
  identity: Identity,
): Truth {
  if (identity.mutual === 'no') return 'no';
  const found = anyOf(patterns.map((pattern) => matchesOne(of, pattern, identity.sender)));
  return identity.mutual === 'unknown' && found === 'yes' ? 'unknown' : found;
}

function matchesOne(
  of: 'principal' | 'sender-namespace' | 'sender-account',
  pattern: AccessPattern,
  { trustDomain, namespace, accounts }: AccessSender,
): Truth {
  // Every identity has every part.
  if (pattern.op === 'present') return 'yes';
  if (namespace === null) return 'unknown';
  if (of === 'sender-namespace') return truthOf(matchesPattern(pattern, namespace));
  const start = of === 'principal' ? principalOf(trustDomain, namespace) : accountOf(namespace, '');
  if (accounts === null) return matchesStart(pattern, start);
  const found = new Set(accounts.map((account) => matchesPattern(pattern, `${start}${account}`)));
  return found.size === 1 ? truthOf(found.has(true)) : 'unknown';
}

/** Returns whether a pattern matches a text of which only the start is known. The rest has no slash. */
function matchesStart({ op, value }: AccessPattern, start: string): Truth {
  switch (op) {
    case 'exact':
      return value.startsWith(start) && isAccountName(value.slice(start.length)) ? 'unknown' : 'no';
    case 'prefix':
      if (start.startsWith(value)) return 'yes';
      return value.startsWith(start) && isAccountName(value.slice(start.length)) ? 'unknown' : 'no';
    case 'suffix': {
      const cut = cutAccount(value);
      if (cut === null) return 'unknown';
      const [before, account] = cut;
      return start.endsWith(before) && isAccountName(account) ? 'unknown' : 'no';
    }
    case 'present':
      return 'yes';
    case 'glob':
    case 'path-template':
      return 'unknown';
    default:
      return op satisfies never;
  }
}

/** Returns the identity as a text. Null if there is none or it is not known. */
export function printIdentity(
  of: 'principal' | 'sender-namespace' | 'sender-account',
  { mutual, sender: { trustDomain, namespace, accounts } }: Identity,
): string | null {
  if (mutual !== 'yes' || namespace === null) return null;
  if (of === 'sender-namespace') return namespace;
  const account = accounts?.join('|') ?? '?';
  return of === 'principal' ? principalOf(trustDomain, namespace, account) : accountOf(namespace, account);
}

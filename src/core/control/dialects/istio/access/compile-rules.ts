import { accountOf, cutTrustDomain } from '../../../../ids/principal.ts';
import type { AccessCondition, AccessFacet, AccessPattern, AccessRule } from '../../../../ir/access.ts';
import type {
  AuthorizationRule,
  WrittenConditions,
} from '../../../../resource/kinds/security.istio.io/authorization-policy.ts';
import { own } from '../../../../text/own.ts';

/** What decides how values of rules are read. */
export interface RuleContext {
  /** The namespace of the policy. */
  readonly namespace: string;
  readonly trustDomain: string;
  readonly trustDomainAliases: readonly string[];
}

/** The fields of `source` and `operation` without the prefix `not`, with what they examine (I-21.4). */
const SOURCE: Readonly<Record<string, AccessFacet>> = {
  principals: 'principal',
  requestPrincipals: 'token',
  namespaces: 'sender-namespace',
  serviceAccounts: 'sender-account',
  trustDomains: 'not-known',
  ipBlocks: 'not-known',
  remoteIpBlocks: 'not-known',
};
const OPERATION: Readonly<Record<string, AccessFacet>> = {
  hosts: 'host',
  ports: 'port',
  methods: 'method',
  paths: 'path',
};
/** The keys of `when`, except those with a name in brackets. */
const KEYS: Readonly<Record<string, AccessFacet>> = {
  'source.principal': 'principal',
  'source.namespace': 'sender-namespace',
  'source.serviceAccount': 'sender-account',
  'source.ip': 'not-known',
  'remote.ip': 'not-known',
  'destination.ip': 'not-known',
  'destination.port': 'port',
  'connection.sni': 'server-name',
  'request.auth.principal': 'token',
  'request.auth.audiences': 'token',
  'request.auth.presenter': 'token',
};

/** Returns the rules of a policy. A rule with a key that does not exist is left out, as Istio does. */
export function compileRules(
  rules: readonly (AuthorizationRule | null)[],
  context: RuleContext,
): readonly AccessRule[] {
  return rules.flatMap((rule, index): readonly AccessRule[] => {
    if (rule === null) return [{ index, unreadable: true, from: [], to: [], when: [] }];
    const unreadable = [...(rule.from ?? []), ...(rule.to ?? []), ...rule.when].includes(null);
    const when: AccessCondition[] = [];
    for (const each of rule.when) {
      if (each === null) continue;
      const key = facetOfKey(each.key);
      if (key === null) return [];
      when.push(...conditionsOf(key.of, key.name, each.key, each.values, each.notValues, context));
    }
    const groups = (list: AuthorizationRule['from'], facets: typeof SOURCE, prefix: string) =>
      (list ?? []).flatMap((each) => (each === null ? [] : [group(each, facets, prefix, context)]));
    return [
      {
        index,
        unreadable,
        from: groups(rule.from, SOURCE, 'source'),
        to: groups(rule.to, OPERATION, 'operation'),
        when,
      },
    ];
  });
}

const HEADER = /^request\.headers\[(.+)\]$/;

/** Returns what a key of `when` examines. Null if there is no such key. */
export function facetOfKey(key: string): { readonly of: AccessFacet; readonly name: string } | null {
  const facet = own(KEYS, key);
  if (facet !== undefined) return { of: facet, name: '' };
  const header = HEADER.exec(key)?.[1];
  if (header !== undefined) return { of: 'header', name: header.toLowerCase() };
  if (key.startsWith('request.auth.claims[')) return { of: 'token', name: '' };
  return key.startsWith('experimental.') ? { of: 'not-known', name: '' } : null;
}

function group(
  written: WrittenConditions,
  facets: Readonly<Record<string, AccessFacet>>,
  prefix: string,
  context: RuleContext,
): readonly AccessCondition[] {
  return written.flatMap(([field, values]) => {
    const bare = /^not[A-Z]/.test(field) ? `${field.slice(3, 4).toLowerCase()}${field.slice(4)}` : field;
    const negated = bare !== field;
    // A field that is not known may examine anything.
    const of = own(facets, bare) ?? 'not-known';
    return conditionsOf(of, '', `${prefix}.${field}`, negated ? [] : values, negated ? values : [], context);
  });
}

function conditionsOf(
  of: AccessFacet,
  name: string,
  on: string,
  values: readonly string[],
  notValues: readonly string[],
  context: RuleContext,
): readonly AccessCondition[] {
  const one = (written: readonly string[], negated: boolean): readonly AccessCondition[] =>
    written.length === 0
      ? []
      : [{ of, name, on, negated, written, anyOf: written.map((value) => patternOf(of, value, context)) }];
  return [...one(values, false), ...one(notValues, true)];
}

function patternOf(of: AccessFacet, value: string, context: RuleContext): AccessPattern {
  switch (of) {
    case 'sender-namespace':
      return { op: 'glob', value };
    case 'sender-account':
      return { op: 'exact', value: accountOf(context.namespace, value) };
    case 'principal':
      return textPattern(localPrincipal(value, context));
    case 'host':
      return { ...textPattern(value), ignoreCase: true };
    case 'path':
      return /\{\*{1,2}\}/.test(value) ? { op: 'path-template', value } : textPattern(value);
    case 'method':
    case 'port':
    case 'header':
    case 'server-name':
    case 'token':
    case 'not-known':
      return textPattern(value);
    default:
      return of satisfies never;
  }
}

/** Returns the test for a value with `*` at its start or its end. `*` alone needs a value. */
function textPattern(value: string): AccessPattern {
  if (value === '*') return { op: 'present', value };
  if (value.startsWith('*')) return { op: 'suffix', value: value.slice(1) };
  if (value.endsWith('*')) return { op: 'prefix', value: value.slice(0, -1) };
  return { op: 'exact', value };
}

/**
 * Returns a principal with the trust domain of the mesh in place of one of its aliases. `cluster.local` always
 * means the trust domain of the mesh (the Istio documentation, task "Trust Domain Migration").
 */
function localPrincipal(value: string, { trustDomain, trustDomainAliases }: RuleContext): string {
  const cut = cutTrustDomain(value);
  if (cut === null) return value;
  const [domain, rest] = cut;
  return domain === 'cluster.local' || trustDomainAliases.includes(domain) ? `${trustDomain}${rest}` : value;
}

import { own } from '../../../text/own.ts';
import type { PolicyTargetRef } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { list, openWord, record, text, type Validated } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { SELECTOR, selectorOf, TARGET, TARGETS, targetsOf, textsOf } from './workload-selector.ts';

const VALUE = text('A value; `*` at the start or the end stands for any text.');

const SOURCE = record('Who sends the request. All fields must hold.', {
  principals: list('Identities of the sender, as `TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT`.', VALUE),
  notPrincipals: list('Identities that the sender must not have.', VALUE),
  requestPrincipals: list('Identities in a verified token, as `ISSUER/SUBJECT`.', VALUE),
  notRequestPrincipals: list('Identities that no verified token may have.', VALUE),
  namespaces: list('Namespaces of the sender.', VALUE),
  notNamespaces: list('Namespaces that the sender must not be in.', VALUE),
  serviceAccounts: list(
    'Service accounts of the sender, as `NAMESPACE/ACCOUNT` or as a name in the namespace of this object.',
    VALUE,
  ),
  notServiceAccounts: list('Service accounts that the sender must not have.', VALUE),
  trustDomains: list('Trust domains of the sender.', VALUE),
  notTrustDomains: list('Trust domains that the sender must not be in.', VALUE),
  ipBlocks: list('IP addresses of the connection.', VALUE),
  notIpBlocks: list('IP addresses that the connection must not have.', VALUE),
  remoteIpBlocks: list('IP addresses of the client, behind proxies.', VALUE),
  notRemoteIpBlocks: list('IP addresses that the client must not have.', VALUE),
});

const OPERATION = record('What is requested. All fields must hold.', {
  hosts: list('Hosts in the Host header.', VALUE),
  notHosts: list('Hosts that the Host header must not have.', VALUE),
  ports: list('Ports of the Pod.', VALUE),
  notPorts: list('Ports that the Pod must not be reached at.', VALUE),
  methods: list('Methods.', VALUE),
  notMethods: list('Methods that are not meant.', VALUE),
  paths: list('Paths; `{*}` stands for one segment and `{**}` for any number of them.', VALUE),
  notPaths: list('Paths that are not meant.', VALUE),
});

const RULE = record('A rule matches if one of the senders, one of the operations and all conditions hold.', {
  from: list('The senders. Any sender when left out.', record('A sender.', { source: SOURCE }), {
    whole: true,
  }),
  to: list(
    'The operations. Any operation when left out.',
    record('An operation.', { operation: OPERATION }),
    {
      whole: true,
    },
  ),
  when: list(
    'Other conditions.',
    record('A condition on one attribute.', {
      key: text('The name of the attribute, for example `request.headers[x-user]`.'),
      values: list('Values that the attribute must have.', VALUE),
      notValues: list('Values that the attribute must not have.', VALUE),
    }),
    { whole: true },
  ),
});

const ACTIONS = ['ALLOW', 'DENY', 'AUDIT', 'CUSTOM'] as const;

const SPEC = record('Which requests the Pods accept.', {
  selector: SELECTOR,
  targetRef: TARGET,
  targetRefs: TARGETS,
  action: openWord(
    '`ALLOW` lets requests through that match, `DENY` refuses them, `CUSTOM` asks a provider, `AUDIT` only logs.',
    ACTIONS,
  ),
  provider: record('What decides when the action is `CUSTOM`.', {
    name: text('The name of the provider in the configuration of the mesh.'),
  }),
  rules: list('One of them must match. Without any, the policy matches nothing.', RULE, { whole: true }),
});

/** The fields of `source` and `operation` with their values as written. Empty ones are left out. */
export type WrittenConditions = readonly (readonly [field: string, values: readonly string[]])[];

/** A rule as written. */
export interface AuthorizationRule {
  /** Null if the manifest has no list. A list without items matches nothing (it is refused). */
  readonly from: readonly (WrittenConditions | null)[] | null;
  readonly to: readonly (WrittenConditions | null)[] | null;
  readonly when: readonly ({
    readonly key: string;
    readonly values: readonly string[];
    readonly notValues: readonly string[];
  } | null)[];
}

export interface AuthorizationPolicySpec {
  /** Null for all Pods. */
  readonly selector: Readonly<Record<string, string>> | null;
  readonly targetRefs: readonly PolicyTargetRef[];
  /** As written. The default is `ALLOW`. */
  readonly action: string;
  readonly provider: string | null;
  /** A rule that cannot be read is null. */
  readonly rules: readonly (AuthorizationRule | null)[];
}

/** The fields of a source or an operation. Fields of other names have no effect. */
type Written = Readonly<Record<string, readonly (string | undefined)[] | null | undefined>>;

function conditionsOf(
  { fields }: typeof SOURCE | typeof OPERATION,
  value: Written | null | undefined,
): WrittenConditions {
  // The order of fields has no meaning.
  return Object.keys(fields)
    .sort()
    .flatMap((field) => {
      const values = textsOf(value ? own(value, field) : null);
      return values.length === 0 ? [] : [[field, values] as const];
    });
}

function ruleOf(rule: Validated<typeof RULE> | null | undefined): AuthorizationRule | null {
  if (!rule) return null;
  return {
    from: rule.from ? rule.from.map((each) => (each ? conditionsOf(SOURCE, each.source) : null)) : null,
    to: rule.to ? rule.to.map((each) => (each ? conditionsOf(OPERATION, each.operation) : null)) : null,
    when: (rule.when ?? []).map((each) =>
      each ? { key: each.key ?? '', values: textsOf(each.values), notValues: textsOf(each.notValues) } : null,
    ),
  };
}

export const AUTHORIZATION_POLICY = defineKind({
  kind: 'AuthorizationPolicy',
  group: 'security.istio.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Which requests some Pods accept, and from whom.', { spec: SPEC }),
  decode(value, context): AuthorizationPolicySpec {
    const { selector, targetRef, targetRefs, action, provider, rules } = value.spec ?? {};
    return {
      selector: selectorOf(selector),
      targetRefs: targetsOf(targetRef, targetRefs, context),
      action: action || 'ALLOW',
      provider: provider?.name || null,
      rules: (rules ?? []).map(ruleOf),
    };
  },
});

import type { L4RouteSpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import type { BackendRef, RouteFilter } from '../../resource.ts';
import { type Fields, list, record, type Validated, type ValidatedList } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeObjectRef } from './decode-references.ts';
import { decodeParentRefs, parentNamespaces } from './decode-route-parts.ts';
import {
  HOSTNAMES,
  OBJECT_REF_FIELDS,
  PARENT_REFS,
  RULE_NAME,
  USE_DEFAULT_GATEWAYS,
  WEIGHT,
} from './route-schema.ts';

/**
 * Returns the schema of rules with backends. The maximum number of rules depends on the
 * version.
 */
function rulesOf(most: number) {
  return list(
    most === 1 ? 'The rule; exactly one.' : 'The rules.',
    record(
      'Connections go to the backends.',
      {
        name: RULE_NAME,
        backendRefs: list(
          'Where connections go.',
          record('A backend.', { ...OBJECT_REF_FIELDS, weight: WEIGHT }, { required: ['name'] }),
          { minItems: 1, maxItems: 16 },
        ),
      },
      { required: ['backendRefs'], partial: true },
    ),
    { minItems: 1, maxItems: most },
  );
}

const ONE_RULE = rulesOf(1);
/** The limit before v1. */
const SIXTEEN_RULES = rulesOf(16);

function routeSpec<F extends Fields, const Required extends keyof F & string>(
  fields: F,
  required: readonly Required[],
  rules = ONE_RULE,
) {
  return record(
    'Where the route attaches, and where connections go.',
    { parentRefs: PARENT_REFS, useDefaultGateways: USE_DEFAULT_GATEWAYS, ...fields, rules },
    { required: [...required, 'rules'], partial: true },
  );
}

/** A spec as written. */
type WrittenSpec = Validated<ReturnType<typeof routeSpec<Record<never, never>, never>>>;

const NO_HOSTNAMES: readonly string[] = [];
const NO_FILTERS: readonly RouteFilter[] = [];

function decodeL4Route(spec: WrittenSpec, context: DecodeContext): L4RouteSpec {
  return {
    parentRefs: decodeParentRefs(spec.parentRefs, context),
    useDefaultGateways: spec.useDefaultGateways ?? null,
    hostnames: NO_HOSTNAMES,
    rules: (spec.rules ?? []).flatMap((rule, index) =>
      rule === undefined || rule === null
        ? []
        : [
            {
              name: rule.name ?? null,
              index,
              backendRefs: (rule.backendRefs ?? []).flatMap((item, at): readonly BackendRef[] => {
                if (item === undefined || item === null) return [];
                const path = ['spec', 'rules', index, 'backendRefs', at];
                const ref = decodeObjectRef(item, context, path);
                return [{ ...ref, weight: item.weight ?? 1, filters: NO_FILTERS }];
              }),
            },
          ],
    ),
  };
}

/** The format already refuses IPv6 addresses. */
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Returns the spec of a TLSRoute. Reports `hostname-is-address`. */
function decodeTLSRoute(
  spec: WrittenSpec & { readonly hostnames?: ValidatedList<string> },
  context: DecodeContext,
): L4RouteSpec {
  const hostnames: string[] = [];
  for (const [index, hostname] of (spec.hostnames ?? []).entries()) {
    if (typeof hostname !== 'string') continue;
    hostnames.push(hostname);
    if (!IPV4.test(hostname)) continue;
    const place = { path: ['spec', 'hostnames', index] };
    context.report({ code: 'hostname-is-address', args: { hostname }, place });
  }
  return { ...decodeL4Route(spec, context), hostnames };
}

const GROUP = 'gateway.networking.k8s.io';

const TLS_TEXT = 'Routes TLS connections by the name that the client asks for.';
const SERVER_NAMES: typeof HOSTNAMES = {
  ...HOSTNAMES,
  description: 'Names that clients ask for in the TLS handshake (SNI).',
};
const NAMED: { readonly hostnames: typeof HOSTNAMES } = {
  hostnames: { ...SERVER_NAMES, minItems: 1, maxItems: 1024 },
};

export const TLS_ROUTE = defineKind({
  kind: 'TLSRoute',
  group: GROUP,
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema(TLS_TEXT, { spec: routeSpec(NAMED, ['hostnames']) }, ['spec']),
  earlier: {
    v1alpha2: objectSchema(TLS_TEXT, { spec: routeSpec({ hostnames: SERVER_NAMES }, [], SIXTEEN_RULES) }, [
      'spec',
    ]),
    v1alpha3: objectSchema(TLS_TEXT, { spec: routeSpec(NAMED, ['hostnames'], SIXTEEN_RULES) }, ['spec']),
  },
  decode: (value, context) => decodeTLSRoute(value.spec ?? {}, context),
  namesNamespaces: ({ spec }) => parentNamespaces(spec),
});

function connectionRoute<const Name extends 'TCPRoute' | 'UDPRoute'>(kind: Name, description: string) {
  return defineKind({
    kind,
    group: GROUP,
    versions: ['v1'],
    namespaced: true,
    schema: objectSchema(description, { spec: routeSpec({}, []) }, ['spec']),
    earlier: { v1alpha2: objectSchema(description, { spec: routeSpec({}, [], SIXTEEN_RULES) }, ['spec']) },
    decode: (value, context) => decodeL4Route(value.spec ?? {}, context),
    namesNamespaces: ({ spec }) => parentNamespaces(spec),
  });
}

export const TCP_ROUTE = connectionRoute('TCPRoute', 'Routes TCP connections of a port.');

export const UDP_ROUTE = connectionRoute('UDPRoute', 'Routes UDP packets of a port.');

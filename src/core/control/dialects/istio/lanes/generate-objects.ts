import type { DecodeContext, ResourceOf } from '../../../../resource/kinds/kind.ts';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../../../../resource/kinds/rare-kinds.ts';
import { resourceId } from '../../../../resource/resource-id.ts';
import { startValidation, validate } from '../../../../resource/validate-against-schema.ts';
import { isMapping } from '../../../../text/mapping.ts';
import { own } from '../../../../text/own.ts';
import type { VirtualServiceResource } from '../delegates.ts';
import { MESH } from '../names.ts';
import { type LaneRule, type ServiceLanes, subsetName } from './lane-rules.ts';
import { mergeJSON } from './merge-json.ts';

export type DestinationRuleResource = ResourceOf<typeof DESTINATION_RULE>;

/** The objects that the controller of KT-env writes for a Service. */
export interface GeneratedObjects {
  readonly virtualService: VirtualServiceResource;
  readonly destinationRule: DestinationRuleResource;
}

const GATEWAYS = 'kt-virtual-environment/gateways';
const HOSTS = 'kt-virtual-environment/hosts';
const RULE = 'kt-virtual-environment/rule';
/** With fewer rules and no other gateway, the controller writes nothing (KT-env 20.5). */
const FEWEST_RULES = 2;
const ALL = 100;

/** Returns the objects. Returns null if the controller removes objects of that name instead. */
export function generateObjects(lanes: ServiceLanes): GeneratedObjects | null {
  const { service, environment, rules, related } = lanes;
  const gateways = listIn(service.annotations, GATEWAYS);
  if (rules.length < FEWEST_RULES && gateways.length === 0) return null;
  const { namespace, name } = service;
  const custom = customRule(service.annotations);
  const virtualService = validated(VIRTUAL_SERVICE, {
    gateways: [MESH, ...gateways],
    hosts: [name, ...listIn(service.annotations, HOSTS)],
    http: rules.map((rule) => {
      const written = writtenRule(rule, name, environment.spec.header);
      return custom === null ? written : mergeJSON(custom, written);
    }),
  });
  const destinationRule = validated(DESTINATION_RULE, {
    host: name,
    subsets: related.map((value) => ({
      name: subsetName(value),
      labels: Object.fromEntries([[environment.spec.label, value]]),
    })),
  });
  const meta = {
    group: 'networking.istio.io',
    version: 'v1alpha3',
    name,
    namespace,
    namespaceImplied: false,
    labels: {},
    annotations: {},
    created: newest(environment.created, service.created),
    origin: environment.origin,
    sketch: false,
    raw: {},
  } as const;
  const context = contextOf(name, namespace);
  return {
    virtualService: {
      ...meta,
      kind: 'VirtualService',
      id: resourceId('VirtualService', 'networking.istio.io', namespace, name),
      spec: VIRTUAL_SERVICE.decode(virtualService, context),
    },
    destinationRule: {
      ...meta,
      kind: 'DestinationRule',
      id: resourceId('DestinationRule', 'networking.istio.io', namespace, name),
      spec: DESTINATION_RULE.decode(destinationRule, context),
    },
  };
}

/** Objects are written after their inputs exist. Null if the manifests do not say when. */
function newest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

function listIn(annotations: Readonly<Record<string, string>>, name: string): readonly string[] {
  return own(annotations, name)?.split(',') ?? [];
}

/** Returns the rule of the annotation. The controller ignores one that it cannot read. */
function customRule(annotations: Readonly<Record<string, string>>): unknown {
  const written = own(annotations, RULE);
  if (written === undefined || written === '') return null;
  try {
    const value: unknown = JSON.parse(written.replaceAll(/"(?:Uri|URI)"/g, '"uri"'));
    return isMapping(value) ? value : null;
  } catch {
    return null;
  }
}

/** Returns a rule as the controller writes it (KT-env 20.3, 20.8). */
function writtenRule({ port, value, alias, subset }: LaneRule, host: string, header: string): unknown {
  const match =
    value === null ? { port } : { headers: Object.fromEntries([headerMatch(value, alias, header)]), port };
  const destination = { host, ...(subset === null ? null : { subset }), port: { number: port } };
  return { match: [match], route: [{ destination, weight: ALL }] };
}

function headerMatch(
  value: string,
  alias: LaneRule['alias'],
  header: string,
): readonly [string, { readonly exact: string } | { readonly regex: string }] {
  if (alias === null) return [header, { exact: value }];
  const { name, pattern, placeholder } = alias;
  // Without a placeholder the pattern has no effect (KT-env 20.8).
  if (pattern === null || placeholder === null) return [name, { exact: value }];
  return [name, { regex: pattern.replaceAll(placeholder, () => value) }];
}

function validated<K extends typeof VIRTUAL_SERVICE | typeof DESTINATION_RULE>(
  kind: K,
  spec: unknown,
): Parameters<K['decode']>[0] {
  const silent = startValidation(
    () => {},
    () => null,
    false,
    [],
  );
  return validate(kind.schema, { spec }, silent) as Parameters<K['decode']>[0];
}

function contextOf(name: string, namespace: string): DecodeContext {
  return {
    name,
    namespace,
    labels: {},
    metadata: {},
    sketch: false,
    elided: false,
    report: () => {},
    written: () => null,
  };
}

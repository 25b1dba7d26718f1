import type { Cluster } from '../cluster/cluster.ts';
import type { IngressResource } from '../control/dialects/ingress-api/class-of-ingress.ts';
import { NO_INGRESS_CLASS } from '../ids/gateway-names.ts';
import { namespacedName, readNamespacedName } from '../ids/ids.ts';
import type { Origin } from '../ir/origin.ts';
import type { ClassController, GatewayProxy, VirtualHost } from '../ir/proxy-config.ts';
import type { Profile } from '../profile/profile.ts';
import { type CertificateSecret, Certificates } from './certificates.ts';
import { type DraftContext, draftRules } from './draft-rules.ts';
import type { LossList } from './loss-list.ts';
import { GATEWAY_GROUP, type NewNames, wordsOfHost } from './names.ts';
import { orderRules } from './order-rules.ts';
import {
  grant,
  grantsForRoutes,
  type HostRules,
  type NewDocument,
  routeDocuments,
} from './route-documents.ts';
import { bodyKey, type DraftRule } from './route-rule.ts';
import { type ConvertedSettings, convertedSettings } from './settings-of-ingress.ts';

/** What the documents of a class are made from. */
export interface ClassInput {
  readonly proxy: GatewayProxy;
  readonly controller: ClassController;
  readonly cluster: Cluster;
  readonly profile: Profile;
  readonly losses: LossList;
  readonly names: NewNames;
  readonly gatewayClass: string;
  /** `ns/name` of the Gateway. Null chooses one. */
  readonly gateway: string | null;
  /** Returns true if an Ingress is converted. */
  takes(ingress: string): boolean;
}

/** The documents of a class, and the Gateway that takes its requests. */
export interface ClassDocuments {
  readonly documents: readonly NewDocument[];
  /** `ns/name`. */
  readonly gateway: string;
}

const PORTS = { http: 80, https: 443 } as const;
type Door = keyof typeof PORTS;
/** The most listeners of a Gateway, and of a ListenerSet. */
const MOST_LISTENERS = 64;

interface Listener {
  readonly name: string;
  readonly door: Door;
  readonly host: string | null;
  readonly certificate: CertificateSecret | null;
}

/** Returns the documents of a class of Ingresses. Returns null if the class serves no request. */
export function classDocuments(input: ClassInput): ClassDocuments | null {
  const { controller, cluster, losses, names, profile } = input;
  const ingresses = controller.objects.flatMap((id) => {
    const resource = cluster.byId.get(id)?.resource as IngressResource | undefined;
    return resource !== undefined && input.takes(id) ? [resource] : [];
  });
  if (ingresses.length === 0) return null;
  const settings = settingsOf(ingresses, input);
  const context: DraftContext = { cluster, profile, losses, ingress: (id) => settings.get(id) ?? null };
  const certificates = new Certificates(ingresses, controller.behaves, cluster, losses);
  const hosts = hostsOf(input).map(({ host, http, https }) => {
    const certificate = https === null ? null : certificates.of(host);
    return {
      host,
      certificate,
      http: rulesOf(http, context, input),
      https: certificate === null ? [] : rulesOf(https, context, input),
    };
  });
  const served = hosts.filter(({ host, http, https }) => host !== null || http.length + https.length > 0);
  if (served.length === 0) return null;
  const { namespace, name } = gatewayName(ingresses, input);
  const listeners = served.flatMap(({ host, certificate }): readonly Listener[] => [
    { name: `http-${wordsOfHost(host)}`, door: 'http', host, certificate: null },
    ...(certificate === null
      ? []
      : [{ name: `https-${wordsOfHost(host)}`, door: 'https', host, certificate } as const]),
  ]);
  const sets = setsOf(uniqueNames(listeners), name);
  const parentOf = (host: string | null, doors: readonly Door[]) => (own: string) =>
    doors.flatMap((door) => parentRefs(sets, host, door, namespace, own));
  const routes = served.flatMap(({ host, http, https, certificate }) =>
    atDoors(http, https, certificate !== null).flatMap(({ doors, rules }): readonly NewDocument[] => {
      const hostRules: HostRules = { host, doors, rules, parents: parentOf(host, doors) };
      return routeDocuments(hostRules, names, profile);
    }),
  );
  const isShared = routes.some(({ manifest }) => manifest.metadata.namespace !== namespace);
  return {
    gateway: namespacedName(namespace, name),
    documents: [
      ...sets.map(({ name: own, isGateway, listeners: all }) =>
        listenersDocument(
          own,
          namespace,
          name,
          all,
          isGateway,
          sets.length > 1,
          isShared,
          input.gatewayClass,
        ),
      ),
      ...grantsForCertificates(listeners, namespace, names),
      ...routes,
      ...grantsForRoutes(routes, names),
      ...tlsPolicies(routes, settings, names),
    ],
  };
}

type Settings = ReadonlyMap<
  string,
  { readonly resource: IngressResource; readonly converted: ConvertedSettings | null }
>;

function settingsOf(
  ingresses: readonly IngressResource[],
  { controller, losses, proxy }: ClassInput,
): Settings {
  const served = new Set(
    proxy.listeners.flatMap(({ table }) => table?.entries.map(({ route }) => route) ?? []),
  );
  const isNginx = controller.behaves === 'ingress-nginx';
  return new Map(
    ingresses.map((resource) => [
      resource.id,
      // An Ingress without entries is dropped, or it is a canary, whose other annotations are ignored.
      {
        resource,
        converted: isNginx && served.has(resource.id) ? convertedSettings(resource, losses) : null,
      },
    ]),
  );
}

function rulesOf(
  host: VirtualHost | null,
  context: DraftContext,
  { profile, takes, losses }: ClassInput,
): readonly DraftRule[] {
  const { table } = host ?? {};
  if (table === undefined || table === null) return [];
  const own = { ...table, entries: table.entries.filter(({ route }) => takes(route)) };
  const rules = orderRules(draftRules(own, context), profile);
  for (const rule of rules) notePatterns(rule, losses);
  return rules;
}

/** Adds a note for each expression that a rule has: what it means depends on the implementation. */
function notePatterns({ match, ingress, places }: DraftRule, losses: LossList): void {
  const note = (origin: Origin, pattern: string) =>
    losses.add(ingress, origin, 'pattern-specific', { pattern });
  if (match.path.type === 'RegularExpression') note(places.path, match.path.value);
  match.headers.forEach(({ type, value }, at) => {
    if (type === 'RegularExpression') note(places.headers[at] ?? places.path, value);
  });
}

/** Returns the hosts of a class with their tables at both doors. */
function hostsOf({ proxy, takes }: ClassInput) {
  const hosts = new Map<string | null, { http: VirtualHost | null; https: VirtualHost | null }>();
  for (const listener of proxy.listeners) {
    const found = hosts.get(listener.domain) ?? { http: null, https: null };
    hosts.set(listener.domain, found);
    found[listener.name === 'https' ? 'https' : 'http'] = listener;
  }
  return [...hosts]
    .map(([host, doors]) => ({ host, ...doors }))
    .filter(({ http, https }) => {
      const entries = [http, https].flatMap((door) => door?.table?.entries ?? []);
      return entries.length === 0 || entries.some(({ route }) => takes(route));
    });
}

function gatewayName(
  ingresses: readonly IngressResource[],
  { gateway, controller, names }: ClassInput,
): { readonly namespace: string; readonly name: string } {
  if (gateway !== null) return readNamespacedName(gateway);
  const counts = new Map<string, number>();
  for (const { namespace } of ingresses) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  const [most] = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const namespace = most?.[0] ?? 'default';
  const word = controller.className === NO_INGRESS_CLASS ? 'ingress' : controller.className;
  return { namespace, name: names.of('Gateway', namespace, [word]) };
}

function uniqueNames(listeners: readonly Listener[]): readonly Listener[] {
  const taken = new Set<string>();
  return listeners.map((listener) => {
    let { name } = listener;
    if (name.length > MOST_CHARACTERS) name = name.slice(0, MOST_CHARACTERS).replace(/-+$/, '');
    for (let number = 2; taken.has(name); number++)
      name = `${listener.name.slice(0, MOST_CHARACTERS)}-${number}`;
    taken.add(name);
    return { ...listener, name };
  });
}

const MOST_CHARACTERS = 240;

interface ListenerGroup {
  readonly name: string;
  readonly isGateway: boolean;
  readonly listeners: readonly Listener[];
}

/** Returns the listeners of the Gateway, and those of ListenerSets for more than it may have. */
function setsOf(listeners: readonly Listener[], gateway: string): readonly ListenerGroup[] {
  const groups: ListenerGroup[] = [];
  for (let at = 0; at < listeners.length; at += MOST_LISTENERS) {
    const isGateway = at === 0;
    const name = isGateway ? gateway : `${gateway}-${String(groups.length + 1).padStart(2, '0')}`;
    groups.push({ name, isGateway, listeners: listeners.slice(at, at + MOST_LISTENERS) });
  }
  return groups;
}

function parentRefs(
  sets: readonly ListenerGroup[],
  host: string | null,
  door: Door,
  namespace: string,
  own: string,
): readonly Readonly<Record<string, unknown>>[] {
  return sets.flatMap(({ name, isGateway, listeners }) =>
    listeners
      .filter((listener) => listener.host === host && listener.door === door)
      .map((listener) => ({
        ...(isGateway ? null : { group: GATEWAY_GROUP, kind: 'ListenerSet' }),
        name,
        ...(own === namespace ? null : { namespace }),
        sectionName: listener.name,
      })),
  );
}

/** Returns the rules by door. Doors with the same rules are one. */
function atDoors(
  http: readonly DraftRule[],
  https: readonly DraftRule[],
  hasHTTPS: boolean,
): readonly { readonly doors: readonly Door[]; readonly rules: readonly DraftRule[] }[] {
  const text = (rules: readonly DraftRule[]) =>
    JSON.stringify(rules.map((rule) => [rule.match, bodyKey(rule), rule.namespace]));
  const all =
    hasHTTPS && text(http) === text(https)
      ? [{ doors: ['http', 'https'] as const, rules: http }]
      : [
          { doors: ['http'] as const, rules: http },
          { doors: ['https'] as const, rules: https },
        ];
  return all.filter(({ rules }) => rules.length > 0);
}

function listenersDocument(
  name: string,
  namespace: string,
  gateway: string,
  listeners: readonly Listener[],
  isGateway: boolean,
  hasSets: boolean,
  isShared: boolean,
  gatewayClassName: string,
): NewDocument {
  const written = listeners.map(({ name: section, door, host, certificate }) => ({
    name: section,
    ...(host === null ? null : { hostname: host }),
    port: PORTS[door],
    protocol: door.toUpperCase(),
    ...(certificate === null
      ? null
      : {
          tls: {
            certificateRefs: [
              {
                name: certificate.name,
                ...(certificate.namespace === namespace ? null : { namespace: certificate.namespace }),
              },
            ],
          },
        }),
    ...(isShared ? { allowedRoutes: { namespaces: { from: 'All' } } } : null),
  }));
  const spec = isGateway
    ? {
        gatewayClassName,
        ...(hasSets ? { allowedListeners: { namespaces: { from: 'Same' } } } : null),
        listeners: written,
      }
    : { parentRef: { name: gateway }, listeners: written };
  return {
    comments: [],
    manifest: {
      apiVersion: `${GATEWAY_GROUP}/v1`,
      kind: isGateway ? 'Gateway' : 'ListenerSet',
      metadata: { name, namespace },
      spec,
    },
  };
}

function grantsForCertificates(
  listeners: readonly Listener[],
  namespace: string,
  names: NewNames,
): readonly NewDocument[] {
  const needed = new Map<string, Set<string>>();
  for (const { certificate } of listeners) {
    if (certificate === null || certificate.namespace === namespace) continue;
    needed.set(certificate.namespace, (needed.get(certificate.namespace) ?? new Set()).add(certificate.name));
  }
  // A ListenerSet refers to its Secrets itself.
  const kinds = listeners.length > MOST_LISTENERS ? ['Gateway', 'ListenerSet'] : ['Gateway'];
  return [...needed].flatMap(([of, secrets]) =>
    kinds.map((kind) =>
      grant(names, of, ['certificates', 'for', kind, namespace], { kind, namespace }, 'Secret', [...secrets]),
    ),
  );
}

/** Returns policies for the Services of Ingresses whose backends use TLS (I-710). */
function tlsPolicies(
  routes: readonly NewDocument[],
  settings: Settings,
  names: NewNames,
): readonly NewDocument[] {
  const services = new Map<string, { readonly namespace: string; readonly name: string }>();
  for (const { resource, converted } of settings.values()) {
    if (converted?.isTLS !== true) continue;
    const backends = [
      resource.spec.defaultBackend,
      ...resource.spec.rules.flatMap(({ paths }) => paths.map(({ backend }) => backend)),
    ];
    for (const backend of backends)
      if (backend?.kind === 'service')
        services.set(namespacedName(resource.namespace, backend.name), {
          namespace: resource.namespace,
          name: backend.name,
        });
  }
  if (routes.length === 0) return [];
  return [...services.values()].map(({ namespace, name }) => ({
    comments: [],
    manifest: {
      apiVersion: `${GATEWAY_GROUP}/v1`,
      kind: 'BackendTLSPolicy',
      metadata: { name: names.of('BackendTLSPolicy', namespace, [name]), namespace },
      spec: {
        targetRefs: [{ group: '', kind: 'Service', name }],
        validation: { hostname: `${name}.${namespace}.svc`, wellKnownCACertificates: 'System' },
      },
    },
  }));
}

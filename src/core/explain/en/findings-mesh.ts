import type { MESH_CODES } from '../../findings/codes-mesh.ts';
import { type Args, wordsFor } from '../finding-words.ts';

/** One English sentence (or two) for each code about a mesh: what is wrong, why it matters, what to do. */
export const MESH_SENTENCES: Readonly<Record<keyof typeof MESH_CODES, (args: Args) => string>> = {
  'subset-undefined': ({ route, service, subset, clients, rules }) =>
    `\`${route}\` sends to subset \`${subset}\` of \`${service}\`, which the DestinationRule of ${clients === '' ? 'its clients' : clients === '*' ? 'clients in other namespaces' : `clients in ${clients}`} does not define. They get 503.${rules === '' ? '' : ` Only ${rules} defines it, for other clients.`}`,
  'subset-selects-nothing': ({ resource, subset, service, labels }) =>
    `Subset \`${subset}\` of \`${resource}\` selects no workload: none of the Pods of \`${service}\` has the labels \`${labels}\`. Requests to it get 503.`,
  'virtual-service-hidden': ({ resource, other, host }) =>
    `\`${resource}\` never applies to \`${host}\`, because \`${other}\` has this host for every client. Istio does not merge VirtualServices of the mesh.`,
  'virtual-services-conflict': ({ resource, other, host, clients }) =>
    `\`${resource}\` does not apply to \`${host}\` for clients in ${clients}, because \`${other}\` has this host for them. Istio does not merge VirtualServices of the mesh.`,
  'dialects-mixed': ({ route, service, winners, clients }) =>
    `\`${route}\` does not apply to \`${service}\` for clients in ${clients}: \`${winners}\` decides for them. Istio does not merge VirtualServices with routes of Gateway API. Requests that only the other one matches get 404. (\`*\` is every other namespace.)`,
  'service-not-exported': ({ service, exportTo }) =>
    `\`${service}\` is exported to \`${exportTo}\`, and the manifests have no such namespace. The proxies of the mesh do not know the Service, so its routes do not apply.`,
  'istio-gateway-missing': ({ resource, gateway }) =>
    `\`${resource}\` names the gateway \`${gateway}\`, and the manifests have no Gateway of Istio with this name. The rules apply at no gateway.`,
  'host-not-at-gateway': ({ resource, host, gateways }) =>
    `No server of ${gateways} has the host \`${host}\` of \`${resource}\`, so requests to it get 404 there. Add the host to a server, or remove it.`,
  'gateway-selects-nothing': ({ resource, labels }) =>
    `\`${resource}\` selects Pods with \`${labels}\`, and none of the Pods in the manifests has these labels. No Pod accepts its requests.`,
  'gateway-servers-conflict': ({ resource, server, port, other, kept, why }) =>
    `The gateway leaves out server \`${server}\` of \`${resource}\` at port ${port}, because server \`${kept}\` of \`${other}\` ${wordsFor(CONFLICTS, why)}.`,
  'service-entry-refused': ({ resource, why }) =>
    `Istio refuses \`${resource}\`: ${wordsFor(REFUSALS, why)}.`,
  'cors-policy-refused': ({ resource, why, value }) =>
    `Istio refuses \`${resource}\`: in its CORS policy, ${wordsFor(CORS_REFUSALS, why)}${value === '' ? '' : ` (\`${value}\`)`}.`,
  'virtual-environment-replaced': ({ resource, by }) =>
    `KT-env deletes \`${resource}\`, because a namespace has one VirtualEnvironment and \`${by}\` is newer, or last in the manifests.`,
  'virtual-environment-without-effect': ({ resource, namespace, label, services }) =>
    `\`${resource}\` writes no rules. ${services === '' ? `No Service of ${namespace} selects a Deployment or StatefulSet with the label \`${label}\`.` : `Each of the Services ${services} has fewer than two rules: it needs a port whose name starts with \`http\`, and an environment in addition to the default.`}`,
  'lane-default-missing': ({ resource, subset, service, label }) =>
    `The default subset \`${subset}\` of \`${resource}\` does not exist for \`${service}\`: none of its workloads has the label \`${label}\` with this value. Requests that no rule matches get 503.`,
  'lane-port-not-http': ({ service, port, environment, environments }) =>
    `The name of port ${port} of \`${service}\` does not start with \`http\`, so \`${environment}\` writes no rules for it. Its requests are spread over all environments (${environments}).`,
  'object-overwritten': ({ resource, by, how }) =>
    `KT-env ${how === 'deleted' ? 'deletes' : 'replaces the spec of'} \`${resource}\`, because it has the name of a Service that \`${by}\` is for.`,
};

const CONFLICTS = {
  protocol: 'has the port for another protocol',
  host: 'has one of its hosts at this port already',
  'port-name': 'has the same name of the port',
};

const REFUSALS = {
  'no-hosts': 'it has no host',
  'host-star': 'the host `*` is not allowed',
  'selector-and-endpoints': 'it has both a workloadSelector and endpoints',
  'none-with-endpoints': 'with the resolution NONE it cannot have endpoints',
  'network-with-dns': 'a network as address needs the resolution NONE or STATIC',
  'several-endpoints': 'with the resolution DNS_ROUND_ROBIN it can have one endpoint only',
  'wildcard-with-dns': 'DNS cannot look up a wildcard host, so it needs endpoints or the resolution NONE',
  protocol: 'Istio does not know the protocol of the port',
  'port-twice': 'two ports have the same number',
};

const CORS_REFUSALS = {
  'origin-empty': 'an allowed origin has no value',
  pattern: 'RE2 cannot read a regular expression',
  method: 'Istio does not know a method',
  header: 'the name of a header is not valid',
  'max-age': 'maxAge needs whole seconds, as in `24h`',
};

import { namespacedName } from '../../../../ids/ids.ts';
import type {
  AccessControl,
  AccessDestination,
  AccessPolicy,
  AccessSender,
  ServerAccess,
  VerifiedTokens,
} from '../../../../ir/access.ts';
import type { SimRequest } from '../../../../ir/request.ts';
import type { World } from '../../../dialect-compiler.ts';
import { serviceHost } from '../names.ts';
import { accessConfig } from './access-config.ts';
import { acceptedConnections } from './peer-authentication.ts';
import type { PodsOfServer } from './pods.ts';
import { policiesOf, tokensOf } from './policies-of-server.ts';
import { clientsIn, senderOf, workloadsOfGateway } from './sender.ts';
import { type Server, serversBehind } from './servers.ts';
import { type TlsOfClients, tlsOfClients } from './tls-of-clients.ts';

interface Guards {
  readonly policies: readonly AccessPolicy[];
  readonly tokens: readonly VerifiedTokens[];
}

/** Returns the access stage of the Pods of a bundle. */
export function accessControl(world: World): AccessControl {
  const { cluster, profile } = world;
  const config = accessConfig(world);
  const guards = new Map<string, Guards>();
  const guardsOf = (pods: PodsOfServer): Guards => {
    const key = JSON.stringify(pods);
    const known = guards.get(key) ?? { policies: policiesOf(pods, config), tokens: tokensOf(pods, config) };
    guards.set(key, known);
    return known;
  };
  const tls = new Map<string, TlsOfClients>();
  const tlsTo = ({ service }: Server): TlsOfClients => {
    if (service === null) return 'automatic';
    const { name, namespace } = service.facts;
    const host = serviceHost(name, namespace, cluster.clusterDomain);
    const known = tls.get(host) ?? tlsOfClients(host, cluster);
    tls.set(host, known);
    return known;
  };
  const sender = (request: SimRequest): AccessSender => ({
    ...senderOf(request, cluster, profile),
    trustDomain: config.trustDomain,
  });
  const servers = (to: AccessDestination, request: SimRequest): readonly ServerAccess[] => {
    const { inMesh } = sender(request);
    return serversBehind(to, request, world).map((server): ServerAccess => {
      const { workload, pods, port, connectionsOnly } = server;
      const accepts = acceptedConnections(pods, port, config.peers, config.rootNamespace);
      const channel = channelOf(inMesh, to.direct, accepts.only, tlsTo(server));
      return { workload, port, connectionsOnly, accepts, channel, ...guardsOf(pods) };
    });
  };
  return {
    sender,
    servers,
    gateway(namespace, name) {
      const [workload] = workloadsOfGateway(namespace, name, cluster);
      const labels = workload?.spec.podLabels ?? {};
      const found = guardsOf({ namespace, labels, isOpen: workload === undefined });
      if (found.policies.length === 0 && found.tokens.length === 0) return null;
      return {
        workload: namespacedName(namespace, name),
        port: null,
        connectionsOnly: false,
        accepts: { only: 'any', by: null },
        channel: 'plain-text',
        ...found,
      };
    },
    clients: () => clientsIn(cluster),
  };
}

/** Returns how a sender connects to a server (I-21.7). */
function channelOf(
  inMesh: boolean | null,
  direct: boolean,
  accepts: ServerAccess['accepts']['only'],
  tls: TlsOfClients,
): ServerAccess['channel'] {
  if (inMesh === false || direct) return 'plain-text';
  switch (tls) {
    case 'automatic':
      // The proxy of the client knows what the server accepts.
      if (accepts === 'plain-text') return 'plain-text';
      return inMesh === null || accepts === 'not-known' ? 'not-known' : 'mutual-tls';
    case 'plain-text':
      return 'plain-text';
    case 'mutual-tls':
      return inMesh === null || accepts === 'plain-text' ? 'not-known' : 'mutual-tls';
    case 'not-known':
      return 'not-known';
    default:
      return tls satisfies never;
  }
}

import { objectSchema } from '../../metadata.ts';
import { any, list, openWord, port, present, record, text, textMap } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { EXPORT_TO } from './traffic-schema.ts';
import { type EntryEndpoint, endpointOf, WORKLOAD_FIELDS } from './workload-entry-schema.ts';

const PORT = record(
  'A port of the hosts.',
  {
    number: port('The port that clients dial.'),
    protocol: openWord('What is spoken on the port. The name of the port has no effect on it.', [
      ...['HTTP', 'HTTPS', 'HTTP2', 'GRPC', 'GRPC-WEB', 'TLS', 'TCP', 'MONGO', 'REDIS', 'MYSQL', 'UDP'],
    ]),
    name: text('The name of the port.'),
    targetPort: port('The port of the endpoints; the dialled port when left out.'),
  },
  { partial: true },
);

const SPEC = record('Hosts that clients of the mesh know, and their endpoints.', {
  hosts: list('The hosts.', text('A host, or a wildcard as in `*.example.com`.')),
  addresses: list('Virtual addresses of the hosts.', text('An IP address, or a network as in `10.0.0.0/8`.')),
  ports: list('The ports of the hosts.', PORT),
  location: openWord('`MESH_EXTERNAL` for hosts outside the mesh, `MESH_INTERNAL` for parts of it.', [
    'MESH_EXTERNAL',
    'MESH_INTERNAL',
  ]),
  resolution: openWord(
    'How endpoints are found: the address that the client dialled (`NONE`), the listed ones (`STATIC`), or DNS.',
    ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'],
  ),
  endpoints: list('The endpoints of the hosts.', record('An endpoint.', WORKLOAD_FIELDS)),
  workloadSelector: record('Pods and WorkloadEntries of the namespace that are the endpoints.', {
    labels: textMap('Labels of the Pods and WorkloadEntries.'),
  }),
  exportTo: EXPORT_TO,
  subjectAltNames: any('The names that certificates of the endpoints may have.'),
});

/** How the endpoints of a host are found. An unknown text counts as `other`. */
export type Resolution = 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS' | 'other';

/** A port of a ServiceEntry. */
export interface EntryPort {
  readonly index: number;
  readonly number: number | null;
  readonly name: string;
  /** Null if it is not given. The proxy then detects the protocol. */
  readonly protocol: string | null;
  readonly targetPort: number | null;
}

export interface ServiceEntrySpec {
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  readonly ports: readonly EntryPort[];
  readonly isExternal: boolean;
  readonly resolution: Resolution;
  readonly endpoints: readonly EntryEndpoint[];
  /** Null if it selects nothing. */
  readonly workloadSelector: Readonly<Record<string, string>> | null;
  readonly exportTo: readonly string[];
}

const RESOLUTIONS: readonly Resolution[] = ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'];

/** Returns the way in which endpoints are found. The default is `NONE`. */
function resolutionOf(written: string | null | undefined): Resolution {
  if (!written) return 'NONE';
  return RESOLUTIONS.find((each) => each === written) ?? 'other';
}

export const SERVICE_ENTRY = defineKind({
  kind: 'ServiceEntry',
  group: 'networking.istio.io',
  versions: ['v1', 'v1beta1', 'v1alpha3'],
  namespaced: true,
  schema: objectSchema('Hosts that are added to what the mesh knows.', { spec: SPEC }),
  decode(value): ServiceEntrySpec {
    const { hosts, addresses, ports, location, resolution, endpoints, workloadSelector, exportTo } =
      value.spec ?? {};
    return {
      hosts: present(hosts),
      addresses: present(addresses),
      ports: (ports ?? []).flatMap((each, index) =>
        each
          ? [
              {
                index,
                number: each.number ?? null,
                name: each.name ?? '',
                protocol: each.protocol || null,
                targetPort: each.targetPort ?? null,
              },
            ]
          : [],
      ),
      isExternal: location !== 'MESH_INTERNAL',
      resolution: resolutionOf(resolution),
      endpoints: present(endpoints).map(endpointOf),
      workloadSelector: workloadSelector ? (workloadSelector.labels ?? {}) : null,
      exportTo: present(exportTo),
    };
  },
  namesNamespaces: ({ spec }) => spec.exportTo.filter((each) => each !== '*' && each !== '.' && each !== '~'),
});

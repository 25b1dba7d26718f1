import { objectSchema } from '../../metadata.ts';
import { any, flag, list, openWord, port, present, record, text, textMap } from '../../schema.ts';
import { defineKind } from '../kind.ts';

const PORT = record(
  'The port of the server.',
  {
    number: port('The number of the port.'),
    protocol: openWord('What is spoken on the port.', [
      ...['HTTP', 'HTTPS', 'HTTP2', 'GRPC', 'GRPC-WEB', 'TLS', 'TCP', 'MONGO', 'REDIS', 'MYSQL'],
    ]),
    name: text('The name of the port.'),
    targetPort: any(),
  },
  { partial: true },
);

const TLS = record('How connections are encrypted.', {
  httpsRedirect: flag('Every request gets a redirect to https.'),
  mode: openWord('What happens to the encryption: it ends at the gateway, or it is passed through.', [
    ...['PASSTHROUGH', 'SIMPLE', 'MUTUAL', 'AUTO_PASSTHROUGH', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL'],
  ]),
  credentialName: text('The Secret with the certificate.'),
  credentialNames: any('The Secrets with the certificates.'),
  serverCertificate: any(),
  privateKey: any(),
  caCertificates: any(),
  caCrl: any(),
  caCertCredentialName: any(),
  tlsCertificates: any(),
  subjectAltNames: any('The names that certificates of clients may have.'),
  verifyCertificateSpki: any(),
  verifyCertificateHash: any(),
  minProtocolVersion: any(),
  maxProtocolVersion: any(),
  cipherSuites: any(),
});

const SERVER = record('A port with hosts.', {
  port: PORT,
  bind: text('The address that the server listens on.'),
  hosts: list(
    'The hosts, as `HOST` or `NAMESPACE/HOST`. The namespace is that of the VirtualServices: `.` for its own.',
    text('A host, with or without a namespace.'),
  ),
  tls: TLS,
  defaultEndpoint: any(),
  name: text('The name of the server.'),
});

const SPEC = record('What some gateway Pods accept.', {
  selector: textMap('Labels of the Pods of the gateway.'),
  servers: list('The ports and their hosts.', SERVER),
});

/** One server of a Gateway. */
export interface GatewayServer {
  readonly index: number;
  readonly port: number | null;
  readonly portName: string;
  readonly name: string;
  readonly protocol: string;
  readonly bind: string;
  readonly hosts: readonly string[];
  /** Null without `tls`. */
  readonly tls: { readonly mode: string; readonly httpsRedirect: boolean } | null;
}

export interface IstioGatewaySpec {
  readonly selector: Readonly<Record<string, string>>;
  readonly servers: readonly GatewayServer[];
}

export const ISTIO_GATEWAY = defineKind({
  kind: 'Gateway',
  group: 'networking.istio.io',
  versions: ['v1', 'v1beta1', 'v1alpha3'],
  namespaced: true,
  schema: objectSchema('Where gateway Pods of Istio listen, and for which hosts.', { spec: SPEC }),
  decode(value): IstioGatewaySpec {
    const { selector, servers } = value.spec ?? {};
    return {
      selector: selector ?? {},
      servers: (servers ?? []).flatMap((each, index) =>
        each
          ? [
              {
                index,
                port: each.port?.number ?? null,
                portName: each.port?.name ?? '',
                name: each.name ?? '',
                protocol: (each.port?.protocol ?? '').toUpperCase(),
                bind: each.bind ?? '',
                hosts: present(each.hosts),
                tls: each.tls
                  ? {
                      // The default of the enumeration of modes is its first value.
                      mode: each.tls.mode || 'PASSTHROUGH',
                      httpsRedirect: each.tls.httpsRedirect === true,
                    }
                  : null,
              },
            ]
          : [],
      ),
    };
  },
});

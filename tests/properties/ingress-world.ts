/** An Ingress of a random world of ingress-nginx. */
export interface WorldIngress {
  readonly name: string;
  /** Seconds. Null if the manifest does not say. */
  readonly age: number | null;
  readonly host: string | null;
  readonly paths: readonly {
    readonly path: string;
    readonly type: 'Exact' | 'Prefix';
    readonly service: string;
  }[];
  readonly defaultBackend: string | null;
  readonly tls: boolean;
  readonly useRegex: boolean;
  readonly rewriteTarget: string | null;
  readonly forceTLS: boolean;
  readonly appRoot: string | null;
  readonly permanentRedirect: string | null;
  readonly allows: string | null;
  readonly canary: {
    readonly weight: number;
    readonly header: string | null;
    readonly headerValue: string | null;
    readonly cookie: string | null;
  } | null;
}

/** A world of one namespace `demo`. */
export interface IngressWorld {
  readonly services: readonly { readonly name: string; readonly empty: boolean }[];
  readonly ingresses: readonly WorldIngress[];
}

const PREFIX = 'nginx.ingress.kubernetes.io';

/** Returns the manifests of a world. */
export function textOfIngressWorld({ services, ingresses }: IngressWorld): string {
  const documents: unknown[] = [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'nginx' },
      spec: { controller: 'k8s.io/ingress-nginx' },
    },
  ];
  for (const { name, empty } of services)
    documents.push(
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace: 'demo' },
        spec: { ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
      },
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name, namespace: 'demo', labels: { 'kubernetes.io/service-name': name } },
        addressType: 'IPv4',
        ports: [{ name: 'http', port: 8080 }],
        endpoints: empty ? [] : [{ addresses: ['10.9.0.1'], conditions: { ready: true } }],
      },
    );
  for (const ingress of ingresses) documents.push(manifestOf(ingress));
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}

function manifestOf(ingress: WorldIngress): unknown {
  const backend = (name: string) => ({ service: { name, port: { number: 80 } } });
  const annotations: Record<string, string> = {};
  const set = (name: string, value: string | null) => {
    if (value !== null) annotations[`${PREFIX}/${name}`] = value;
  };
  set('use-regex', ingress.useRegex ? 'true' : null);
  set('rewrite-target', ingress.rewriteTarget);
  set('force-ssl-redirect', ingress.forceTLS ? 'true' : null);
  set('app-root', ingress.appRoot);
  set('permanent-redirect', ingress.permanentRedirect);
  set('whitelist-source-range', ingress.allows);
  if (ingress.canary !== null) {
    set('canary', 'true');
    set('canary-weight', String(ingress.canary.weight));
    set('canary-by-header', ingress.canary.header);
    set('canary-by-header-value', ingress.canary.headerValue);
    set('canary-by-cookie', ingress.canary.cookie);
  }
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: ingress.name,
      namespace: 'demo',
      annotations,
      ...(ingress.age === null
        ? null
        : { creationTimestamp: new Date(ingress.age * 1000).toISOString().replace('.000', '') }),
    },
    spec: {
      ingressClassName: 'nginx',
      ...(ingress.tls ? { tls: [{ hosts: [], secretName: 'absent' }] } : null),
      ...(ingress.defaultBackend === null ? null : { defaultBackend: backend(ingress.defaultBackend) }),
      ...(ingress.paths.length === 0
        ? null
        : {
            rules: [
              {
                ...(ingress.host === null ? null : { host: ingress.host }),
                http: {
                  paths: ingress.paths.map(({ path, type, service }) => ({
                    path,
                    pathType: type,
                    backend: backend(service),
                  })),
                },
              },
            ],
          }),
    },
  };
}

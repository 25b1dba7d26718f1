const HTTP = new Set(['http', 'http2', 'grpc', 'grpc-web', 'kubernetes.io/h2c', 'kubernetes.io/ws']);
const OTHER = new Set([
  ...['https', 'kubernetes.io/wss', 'tls', 'tcp', 'udp', 'mongo', 'mysql', 'redis', 'hbone'],
]);

/**
 * Returns what the appProtocol or the name of a Service port tells about its protocol (Istio 2.8). The name
 * has the protocol as its prefix: `http`, `grpc-web-ui`. `undetermined` is a port whose proxy looks at the
 * first bytes of a connection.
 */
export function portProtocol(name: string, appProtocol: string | null): 'http' | 'other' | 'undetermined' {
  const told = (appProtocol ?? name).toLowerCase();
  const [first = '', second] = told.split('-');
  const web = first === 'grpc' && second === 'web';
  const protocol = appProtocol !== null || web ? told : first;
  if (web || HTTP.has(protocol)) return 'http';
  return OTHER.has(protocol) ? 'other' : 'undetermined';
}

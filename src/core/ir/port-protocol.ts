const HTTP = /^(http2?|grpc(-web)?|kubernetes\.io\/(h2c|ws))$/i;
const OTHER = /^(https|tls|tcp|udp|mongo|mysql|redis|hbone|kubernetes\.io\/wss)$/i;

/**
 * Returns what the appProtocol or the name of a Service port tells about its protocol (Istio 2.8). The name
 * has the protocol as its prefix: `http`, `grpc-ui`. `undetermined` is a port whose proxy looks at the first
 * bytes of a connection.
 */
export function portProtocol(name: string, appProtocol: string | null): 'http' | 'other' | 'undetermined' {
  const told = appProtocol ?? (name.split('-', 1)[0] as string);
  return HTTP.test(told) ? 'http' : OTHER.test(told) ? 'other' : 'undetermined';
}

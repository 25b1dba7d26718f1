/**
 * Returns the text that shows a backend: `ns/name:port`, only the name if it has no port, and `Pod` for a Pod
 * dialled by its IP address.
 */
export function backendLabel(service: string | null, port: number | null): string {
  const name = service ?? 'Pod';
  return port === null ? name : `${name}:${port}`;
}

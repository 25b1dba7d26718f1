/** A backend as people read it: `ns/name:port`, its name alone where it has no port, `Pod` for one dialled by its IP. */
export function backendLabel(service: string | null, port: number | null): string {
  const name = service ?? 'Pod';
  return port === null ? name : `${name}:${port}`;
}

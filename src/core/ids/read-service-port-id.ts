/**
 * Returns the Service (`ns/name`) and the port of a Service port. The port is null when the text names only a
 * Service.
 */
export function readServicePortId(id: string): { readonly service: string; readonly port: number | null } {
  const found = /^(.*):(\d+)$/.exec(id);
  return found === null ? { service: id, port: null } : { service: found[1] ?? '', port: Number(found[2]) };
}

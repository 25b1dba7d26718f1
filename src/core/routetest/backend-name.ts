import type { BackendShare } from '../ir/outcome.ts';

/** Returns true when `ns/name[:port][@subset]` of a RouteTest names a backend of a trace. */
export function namesBackend(name: string, backend: BackendShare): boolean {
  const [, service, port, subset] = /^([^:@]*)(?::(\d+))?(?:@(.+))?$/.exec(name) ?? [];
  if (service !== backend.service) return false;
  if (port !== undefined && Number(port) !== backend.port) return false;
  return subset === undefined || subset === backend.subset;
}

import type { MeshIR } from '../ir/mesh-ir.ts';
import { hasRequests } from '../ir/protocol.ts';
import type { ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';

/**
 * Returns the request that the routes of a virtual host see: with the header that the proxy adds to requests
 * without it (KT-env 20.7). Returns the same object if nothing is added.
 */
export function withAddedHeader(asked: SimRequest, proxy: ProxyConfig, host: VirtualHost): SimRequest {
  if (proxy.entrance !== 'mesh' || proxy.adds === undefined) return asked;
  const { name, value } = proxy.adds;
  if (!isRead(asked) || !proxy.adds.reads(host) || hasHeader(asked, name)) return asked;
  return { ...asked, headers: [...asked.headers, [name, value]] };
}

/** Returns a note on a header that the proxy of the client adds, or may add. */
export function notesOnAddedHeader(
  asked: SimRequest,
  proxy: ProxyConfig,
  host: VirtualHost,
  ir: MeshIR,
): readonly TraceNote[] {
  if (proxy.entrance !== 'mesh' || asked.from === null || !isRead(asked)) return [];
  if (proxy.adds !== undefined && withAddedHeader(asked, proxy, host) !== asked) {
    const { name, value, by } = proxy.adds;
    return [{ code: 'lane-header-added', rule: 'KT-20.7', args: { header: name, value, environment: by } }];
  }
  const unknown = ir.unknownHeader(asked.from);
  if (unknown === null || hasHeader(asked, unknown) || !isCompared(host, unknown)) return [];
  const args = { header: unknown, namespace: asked.from.namespace };
  return [{ code: 'lane-header-unknown', rule: 'KT-20.7', args }];
}

function isRead({ scheme, protocol }: SimRequest): boolean {
  return scheme !== 'https' && hasRequests(protocol);
}

function hasHeader({ headers }: SimRequest, name: string): boolean {
  const wanted = name.toLowerCase();
  return headers.some(([each]) => each.toLowerCase() === wanted);
}

/** Returns true if an entry of a virtual host looks at a header. */
function isCompared({ table }: VirtualHost, name: string): boolean {
  const wanted = name.toLowerCase();
  return (
    table?.entries.some(({ conditions }) =>
      conditions.some((each) => each.of === 'header' && each.name === wanted),
    ) ?? false
  );
}

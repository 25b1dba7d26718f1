import type { MeshIR } from '../ir/mesh-ir.ts';
import type { ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { hasHeader, isRead, withAddedHeader } from './added-header.ts';

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

/** Returns true if an entry of a virtual host looks at a header. */
function isCompared({ table }: VirtualHost, name: string): boolean {
  const wanted = name.toLowerCase();
  return (
    table?.entries.some(({ conditions }) =>
      conditions.some((each) => each.of === 'header' && each.name === wanted),
    ) ?? false
  );
}

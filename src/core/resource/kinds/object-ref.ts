import type { Path } from '../../text/path.ts';
import type { BackendObjectRef } from '../resource.ts';
import { checkCoreGroup } from './core-group.ts';
import type { DecodeContext } from './kind.ts';

/** A list after sifting: items that could not be read are undefined, indexes are those of the manifest. */
export type Sifted<T> = readonly (T | undefined)[] | null | undefined;

export interface SiftedObjectRef {
  readonly group?: string | null;
  readonly kind?: string | null;
  readonly namespace?: string | null;
  readonly name: string;
  readonly port?: number | null;
}

/** A reference to a backend with its defaults. Yields `backend-ref-port-missing`. */
export function decodeObjectRef(item: SiftedObjectRef, context: DecodeContext, path: Path): BackendObjectRef {
  const group = item.group ?? '';
  const kind = item.kind ?? 'Service';
  const port = item.port ?? null;
  if (port === null && group === '' && kind === 'Service') {
    context.report({ code: 'backend-ref-port-missing', args: { name: item.name }, place: { path } });
  }
  return {
    group: group === '' ? '' : checkCoreGroup(context, group, [...path, 'group']),
    kind,
    namespace: item.namespace ?? context.namespace,
    name: item.name,
    port,
  };
}

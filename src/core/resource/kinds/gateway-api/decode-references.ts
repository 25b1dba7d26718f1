import type { Path } from '../../../text/path.ts';
import type { ObjectRef } from '../../gateway-resource.ts';
import type { BackendObjectRef } from '../../resource.ts';
import type { RecordSchema, Validated, ValidatedList } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { checkCoreGroup } from './check-core-group.ts';
import type { SECRET_REF } from './reference-schema.ts';
import type { OBJECT_REF_FIELDS } from './route-schema.ts';

/** A reference to an object, as written. Kinds whose schema requires more fields are compatible. */
export type WrittenRef = Validated<typeof SECRET_REF>;

/** A reference to a backend, as written. */
export type WrittenBackendRef = Validated<RecordSchema<typeof OBJECT_REF_FIELDS, 'name', false>>;

/** Returns a reference to a backend with its defaults. Reports `backend-ref-port-missing`. */
export function decodeObjectRef(
  item: WrittenBackendRef,
  context: DecodeContext,
  path: Path,
): BackendObjectRef {
  const group = item.group ?? '';
  const kind = item.kind ?? 'Service';
  const port = item.port ?? null;
  // A port that is written but cannot be read has its own finding.
  const isWritten = port === null && context.written([...path, 'port']) !== null;
  if (port === null && !isWritten && group === '' && kind === 'Service') {
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

/** Returns a reference to an object that is not a backend. `group` and `kind` are the defaults. */
export function decodeNamedRef(
  item: WrittenRef,
  group: string,
  kind: string,
  context: DecodeContext,
  path: Path,
): ObjectRef {
  return {
    group: checkCoreGroup(context, item.group ?? group, [...path, 'group']),
    kind: item.kind ?? kind,
    namespace: item.namespace ?? context.namespace,
    name: item.name,
  };
}

/** Returns a list of such references. */
export function decodeNamedRefs(
  items: ValidatedList<WrittenRef>,
  group: string,
  kind: string,
  context: DecodeContext,
  path: Path,
): readonly ObjectRef[] {
  return (items ?? []).flatMap((item, index) =>
    item === undefined || item === null ? [] : [decodeNamedRef(item, group, kind, context, [...path, index])],
  );
}

import { own } from '../text/own.ts';
import type { Path } from '../text/path.ts';
import type { FieldReader } from './field-reader.ts';
import type { ConditionExpectation } from './suite.ts';

const FIELDS = [
  'resource',
  'parent',
  'sectionName',
  'port',
  'listener',
  'type',
  'status',
  'reason',
  'absent',
  'attachedRoutes',
  'supportedKinds',
  'parentsCount',
  'listenersCount',
];

/** Reads `spec.conditions` of a RouteTest: the expected conditions of a controller. */
export function decodeConditions(
  value: unknown,
  path: Path,
  reader: FieldReader,
): readonly ConditionExpectation[] {
  return reader.list(value, path).map((item, index) => {
    const at = [...path, index];
    const fields = reader.mapping(item, at, FIELDS);
    const text = (name: string) => reader.text(own(fields, name), [...at, name]);
    const number = (name: string) => reader.number(own(fields, name), [...at, name]);
    return {
      index,
      resource: text('resource') ?? '',
      parent: text('parent'),
      sectionName: text('sectionName'),
      port: number('port'),
      listener: text('listener'),
      type: text('type'),
      // An unquoted True is a boolean in YAML. It means the same as the text here.
      status: fields.status === true ? 'True' : fields.status === false ? 'False' : text('status'),
      reason: fields.reason === undefined ? null : reader.texts(fields.reason, [...at, 'reason']),
      absent: reader.flag(fields.absent, [...at, 'absent']) ?? false,
      attachedRoutes: number('attachedRoutes'),
      supportedKinds:
        fields.supportedKinds === undefined
          ? null
          : reader.texts(fields.supportedKinds, [...at, 'supportedKinds']),
      parentsCount: number('parentsCount'),
      listenersCount: number('listenersCount'),
    };
  });
}

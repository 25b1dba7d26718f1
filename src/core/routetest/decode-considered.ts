import { isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';
import type { FieldReader } from './field-reader.ts';
import type { ConsideredExpectation } from './suite.ts';

const FIELDS = ['route', 'rule', 'match', 'result', 'lostBy'];

/**
 * Returns the candidates of `expect.considered`, in the order of the list. A missing field is not compared.
 */
export function decodeConsidered(
  value: unknown,
  path: Path,
  reader: FieldReader,
): readonly ConsideredExpectation[] {
  if (!Array.isArray(value)) {
    reader.wrong(path, 'list');
    return [];
  }
  return value.flatMap((item: unknown, at): readonly ConsideredExpectation[] => {
    const place: Path = [...path, at];
    if (!isMapping(item)) {
      reader.wrong(place, 'mapping');
      return [];
    }
    const fields = reader.mapping(item, place, FIELDS);
    const route = reader.text(fields.route, [...place, 'route']);
    const rule =
      fields.rule === 'defaultBackend' ? fields.rule : reader.number(fields.rule, [...place, 'rule']);
    const match = reader.number(fields.match, [...place, 'match']);
    const result = reader.text(fields.result, [...place, 'result']);
    const lostBy = reader.text(fields.lostBy, [...place, 'lostBy']);
    return [
      {
        ...(route === null ? null : { route }),
        ...(rule === null ? null : { rule }),
        ...(match === null ? null : { match }),
        ...(result === null ? null : { result }),
        ...(lostBy === null ? null : { lostBy }),
      },
    ];
  });
}

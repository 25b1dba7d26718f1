import { effectOf } from '../analysis/questions/canonical-outcome.ts';
import { signatureOf } from '../analysis/questions/same-action.ts';
import { findValue } from '../analysis/sets/representative-values.ts';
import type { Condition } from '../ir/condition.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';
import type { HostPair } from './compare-hosts.ts';

/** More paths are not tried. */
const MOST_TRIED = 12;

/**
 * Returns a request whose path the controller decodes before it compares it, and that therefore gets another
 * answer after the conversion (I-612). Returns null if there is none, and `open` if none is found.
 */
export function decodedPathChange(
  { old, fresh, base, space }: HostPair,
  outcomes: (request: SimRequest) => { readonly before: Outcome; readonly after: Outcome },
): SimRequest | 'open' | null {
  const { table } = old ?? {};
  if (table?.paths !== 'decoded') return null;
  if (isUniform(table.entries) && isUniform((fresh?.pooled ?? fresh?.table)?.entries ?? [])) return null;
  const written = table.entries.flatMap(({ conditions }) => conditions.filter(({ of }) => of === 'path'));
  const distinct = [...new Map(written.map((each) => [`${each.op} ${each.value}`, each])).values()];
  const values = distinct.slice(0, MOST_TRIED).flatMap((each) => [literalOf(each), takenPath(each, space)]);
  const paths = [...new Set(values)].filter((path) => path !== '');
  const differs = (path: string) => {
    const both = outcomes({ ...base, path });
    return effectOf(both.before) !== effectOf(both.after);
  };
  for (const path of paths) {
    const found = writtenOtherwise(path).find((each) => differs(each) && !differs(path));
    if (found !== undefined) return { ...base, path: found };
  }
  for (const path of paths) {
    const found = writtenOtherwise(path).find(differs);
    if (found !== undefined) return { ...base, path: found };
  }
  return 'open';
}

const STEPS = 10_000;

/** Returns a path that a pattern takes. '' if none is found. */
function takenPath(condition: Condition, space: HostPair['space']): string {
  if (condition.op !== 'regex') return '';
  const source = { space, freshWord: 'x', budget: { left: STEPS } };
  return findValue({ kind: 'path', name: '', key: 'path' }, [condition], source).value ?? '';
}

/** Returns true if every path has the same effect. */
function isUniform(entries: readonly RouteEntry[]): boolean {
  if (entries.every(({ conditions }) => conditions.every(isOpen))) return true;
  const effects = new Set(entries.map(({ action }) => signatureOf(action)));
  return (
    effects.size === 1 &&
    entries.some(({ conditions }) => conditions.every((each) => isOpen(each) && each.of === 'path'))
  );
}

/** Returns true for a condition that takes every path. */
function isOpen({
  of,
  op,
  value,
}: {
  readonly of: string;
  readonly op: string;
  readonly value: string;
}): boolean {
  return of !== 'path' || (value === '/' && op !== 'exact') || value === '^(?i:/)(?s:.*)$';
}

/** Returns the path of a condition, or the start of its expression that is no operator. */
function literalOf({ op, value }: Condition): string {
  if (op !== 'regex') return value;
  const pattern = /^\^(?:\(\?i:)?([\s\S]*)$/.exec(value);
  return (pattern?.[1] ?? value).replace(/[\\^$.|?*+()[\]{}][\s\S]*$/, '');
}

/** Returns a path with a letter in its percent-encoded form, with a dot segment, and with a repeated slash. */
function writtenOtherwise(path: string): readonly string[] {
  if (path === '/') return ['/.', '//'];
  const encoded = path.replace(/[A-Za-z0-9_-]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return [...(encoded === path ? [] : [encoded]), `/x/..${path}`, `/${path}`];
}

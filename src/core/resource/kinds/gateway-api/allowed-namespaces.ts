import { own } from '../../../text/own.ts';
import type { Path } from '../../../text/path.ts';
import type { AllowedNamespaces, LabelSelector } from '../../gateway-resource.ts';
import { list, present, record, text, textMap, type Validated, word } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { flawOfExpression } from './label-selector.ts';

/** Replaces a condition that cannot be read. It has no valid operator, so it matches nothing. */
const NEVER: LabelSelector['matchExpressions'][number] = { key: '', operator: '', values: [] };

const SELECTOR = record('Labels of the namespaces; all conditions must hold.', {
  matchLabels: textMap('Labels that the namespace has.'),
  matchExpressions: list(
    'Further conditions on labels.',
    record(
      'A condition.',
      {
        key: text('The label.'),
        operator: text('In, NotIn, Exists or DoesNotExist.'),
        values: list('Values for In and NotIn.', text('A value.')),
      },
      { required: ['key', 'operator'] },
    ),
    { whole: true, standIn: () => NEVER },
  ),
});

/** Returns the schema of allowed namespaces. `from` lists the allowed words. */
export function allowedNamespaces<const From extends string>(
  description: string,
  from: readonly From[],
  other: From,
) {
  return record(description, {
    namespaces: record('The namespaces.', {
      from: word('Which namespaces.', from, { defaultTo: other }),
      selector: SELECTOR,
    }),
  });
}

/** Allowed namespaces, as written. */
export type WrittenAllowed = Validated<ReturnType<typeof allowedNamespaces<AllowedNamespaces['from']>>>;

const NO_LABELS: Readonly<Record<string, string>> = {};

/**
 * Returns the allowed namespaces. Reports `selector-missing` and `selector-ignored`. `owner`
 * is the name and the path of the field that contains them.
 */
export function decodeAllowed(
  item: WrittenAllowed | null | undefined,
  other: AllowedNamespaces['from'],
  context: DecodeContext,
  owner: Path,
): AllowedNamespaces {
  const namespaces = item?.namespaces ?? {};
  const from = namespaces.from ?? other;
  const selector = decodeSelector(namespaces);
  const field = String(owner.at(-1));
  const path = [...owner, 'namespaces'];
  if (from === 'Selector') checkExpressions(namespaces, context, path);
  // A selector or word that cannot be read has its own finding.
  if (
    from === 'Selector' &&
    (namespaces.selector ?? null) === null &&
    !isUnreadable(namespaces, 'selector')
  ) {
    context.report({ code: 'selector-missing', args: { field }, place: { path } });
  }
  if (from !== 'Selector' && selector !== null && !isUnreadable(namespaces, 'from')) {
    const isWritten = (namespaces.from ?? null) !== null;
    const edit = isWritten
      ? { place: { path: [...path, 'from'] }, action: 'replace' as const, text: 'Selector' }
      : { place: { path }, action: 'insert-field' as const, key: 'from', text: 'Selector' };
    context.report({
      code: 'selector-ignored',
      args: { field, from },
      place: { path: [...path, 'selector'], part: 'key' },
      fixes: [{ name: 'use-selector', edits: [edit] }],
    });
  }
  return { from, selector };
}

/** Checks the expressions of a selector. Reports `selector-invalid`. */
function checkExpressions(
  { selector }: NonNullable<WrittenAllowed['namespaces']>,
  context: DecodeContext,
  path: Path,
): void {
  for (const [index, item] of (selector?.matchExpressions ?? []).entries()) {
    // An expression that cannot be read has its own finding.
    if (item === undefined || item === null || item === NEVER) continue;
    const { key, operator, values } = item;
    const flaw = flawOfExpression({ key, operator, values: present(values) });
    if (flaw === null) continue;
    const at = [...path, 'selector', 'matchExpressions', index];
    context.report({ code: 'selector-invalid', args: { key, operator, flaw }, place: { path: at } });
  }
}

function decodeSelector(namespaces: NonNullable<WrittenAllowed['namespaces']>): LabelSelector | null {
  const { selector } = namespaces;
  if (selector === null || selector === undefined) return null;
  const expressions = present(selector.matchExpressions).map(({ key, operator, values }) => ({
    key,
    operator,
    values: present(values),
  }));
  const isLost = isUnreadable(selector, 'matchLabels') || isUnreadable(selector, 'matchExpressions');
  return {
    matchLabels: selector.matchLabels ?? NO_LABELS,
    matchExpressions: isLost ? [...expressions, NEVER] : expressions,
  };
}

/** Returns true if a field is written but cannot be read. Validation then sets it to `undefined`. */
function isUnreadable(value: object, field: string): boolean {
  return Object.hasOwn(value, field) && own(value as Readonly<Record<string, unknown>>, field) === undefined;
}

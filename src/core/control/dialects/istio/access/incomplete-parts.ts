import type { AuthorizationPolicySpec } from '../../../../resource/kinds/security.istio.io/authorization-policy.ts';
import type { Path } from '../../../../text/path.ts';

/** A part that Istio refuses because something is missing in it. */
export interface IncompletePart {
  /** The part in words of the manifest, for example `rules[0].from`. */
  readonly part: string;
  readonly path: Path;
}

/**
 * Returns the parts of an AuthorizationPolicy that the webhook of Istio refuses: lists without items, sources
 * and operations without fields, conditions without a key or values, and actions without what they need.
 */
export function incompleteParts({
  action,
  provider,
  rules,
}: AuthorizationPolicySpec): readonly IncompletePart[] {
  const found: IncompletePart[] = [];
  const add = (part: string, ...path: Path) => found.push({ part, path: ['spec', ...path] });
  if (rules.length === 0 && (action === 'DENY' || action === 'CUSTOM')) add('rules');
  if (action === 'CUSTOM' && provider === null) add('provider.name');
  for (const [at, rule] of rules.entries()) {
    if (rule === null) continue;
    for (const [name, inner] of [
      ['from', 'source'],
      ['to', 'operation'],
    ] as const) {
      const groups = rule[name];
      if (groups === null) continue;
      if (groups.length === 0) add(`rules[${at}].${name}`, 'rules', at, name);
      for (const [index, group] of groups.entries())
        if (group?.length === 0) add(`rules[${at}].${name}[${index}].${inner}`, 'rules', at, name, index);
    }
    for (const [index, condition] of rule.when.entries()) {
      if (condition === null) continue;
      const { key, values, notValues } = condition;
      if (key === '') add(`rules[${at}].when[${index}].key`, 'rules', at, 'when', index);
      else if (values.length + notValues.length === 0)
        add(`rules[${at}].when[${index}].values`, 'rules', at, 'when', index);
    }
  }
  return found;
}

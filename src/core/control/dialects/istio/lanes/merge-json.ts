import { isMapping } from '../../../../text/mapping.ts';
import { own, put } from '../../../../text/own.ts';

/**
 * Returns a JSON value with another one written over it: mappings are united, a list takes the length of the
 * new one and is merged item by item, other values are replaced (KT-env 20.5).
 */
export function mergeJSON(base: unknown, over: unknown): unknown {
  if (Array.isArray(over)) {
    const before: readonly unknown[] = Array.isArray(base) ? base : [];
    return over.map((item, index) => mergeJSON(before[index], item));
  }
  if (!isMapping(over)) return over;
  const merged: Record<string, unknown> = {};
  if (isMapping(base)) for (const [key, value] of Object.entries(base)) put(merged, key, value);
  for (const [key, value] of Object.entries(over)) put(merged, key, mergeJSON(own(merged, key), value));
  return merged;
}

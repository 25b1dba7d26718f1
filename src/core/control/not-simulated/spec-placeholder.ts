import type { DecodedResource } from '../../resource/decoded-resource.ts';
import { placeholderIn } from '../../resource/placeholders.ts';
import { fieldsAt } from './raw-fields.ts';

/** An edit keeps the resources that it does not change: each is looked through once. */
const placeholders = new WeakMap<DecodedResource, string | null>();

/** The first placeholder in the `spec` of a route; null when it has none, or is no route. */
export function specPlaceholder(resource: DecodedResource): string | null {
  if (!('parentRefs' in resource.spec)) return null;
  const known = placeholders.get(resource);
  if (known !== undefined) return known;
  const found = placeholderIn(JSON.stringify(fieldsAt(resource.raw, 'spec')));
  placeholders.set(resource, found);
  return found;
}

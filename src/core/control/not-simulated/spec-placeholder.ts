import type { DecodedResource } from '../../resource/decoded-resource.ts';
import { placeholderIn } from '../../resource/placeholders.ts';
import { fieldsAt } from './raw-fields.ts';

/** Placeholders by resource. An edit keeps unchanged resources, so that each is searched once. */
const placeholders = new WeakMap<DecodedResource, string | null>();

/**
 * Returns the first placeholder in the `spec` of a route. Returns null if there is none, or if the resource
 * is not a route.
 */
export function specPlaceholder(resource: DecodedResource): string | null {
  if (!('parentRefs' in resource.spec)) return null;
  const known = placeholders.get(resource);
  if (known !== undefined) return known;
  const found = placeholderIn(JSON.stringify(fieldsAt(resource.raw, 'spec')));
  placeholders.set(resource, found);
  return found;
}

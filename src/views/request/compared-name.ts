import type { State } from '../../state/model.ts';
import { shownClient } from '../../state/shown-client.ts';

/**
 * Returns a short name of what the request is compared with: the client, or the parts in which a kept request
 * differs from the present one. Returns null when there is no comparison.
 */
export function comparedName({ kept, compare, request }: State): string | null {
  if (kept === null) return compare;
  const client = shownClient(kept.from);
  const asked = `${kept.method} ${pathOf(kept.url)}`;
  const sameClient = kept.from === request.from;
  const sameTarget = kept.method === request.method && kept.url === request.url;
  if (sameTarget) return sameClient || client === '' ? asked : client;
  return sameClient || client === '' ? asked : `${client} ${asked}`;
}

/** Returns the path of a URL with its query. Returns the whole text when it has no path. */
function pathOf(url: string): string {
  const found = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([/?].*)$/i.exec(url.trim());
  return found?.[1] ?? url;
}

import type { Site } from '../findings/finding.ts';
import type { ResourceMeta } from '../resource/resource.ts';
import type { Path } from '../text/path.ts';

/**
 * Returns the site of a value inside a resource. `path` starts at the root of the resource (`['spec', …]`).
 */
export function siteOf(resource: ResourceMeta, path: Path, part: 'key' | 'value' = 'value'): Site {
  const { file, document, root } = resource.origin;
  return { file, document, path: root.length === 0 ? path : [...root, ...path], part };
}

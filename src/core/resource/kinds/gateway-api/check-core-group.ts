import type { Path } from '../../../text/path.ts';
import type { DecodeContext } from '../kind.ts';

/**
 * The group that a reference means. `core` and `v1` are how articles spell the core group, whose name is the empty
 * string: told with `core-group-spelled-out`, and taken at its word except in a sketch.
 */
export function checkCoreGroup(context: DecodeContext, written: string, path: Path): string {
  if (written !== 'core' && written !== 'v1') return written;
  const place = { path };
  context.report({
    code: 'core-group-spelled-out',
    args: { written },
    place,
    fixes: [{ name: 'use-empty-group', edits: [{ place, action: 'replace', text: '""' }] }],
  });
  return context.sketch ? '' : written;
}

import type { Path } from '../../../text/path.ts';
import type { DecodeContext } from '../kind.ts';

/**
 * Returns the group that a reference means. Articles write `core` or `v1` for the core group, whose name is
 * the empty string. Reports `core-group-spelled-out` and keeps the written group, except in a sketch.
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

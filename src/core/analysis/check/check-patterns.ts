import type { Finding } from '../../findings/finding.ts';
import type { RouteEntry } from '../../ir/mesh-ir.ts';
import { patternOf } from '../../match/condition-pattern.ts';
import type { Profile } from '../../profile/profile.ts';

/** Patterns that RE2 refuses: an entry that asks for one can never match. */
export function checkPatterns(
  entries: readonly RouteEntry[],
  profile: Profile,
  report: (finding: Finding) => void,
): void {
  for (const entry of entries) {
    for (const condition of entry.conditions) {
      if (condition.op !== 'regex') continue;
      const pattern = patternOf(condition, profile);
      if (pattern.ok) continue;
      const { file, document, path } = condition.origin;
      report({
        code: 'regex-invalid',
        severity: 'error',
        args: { route: entry.route, pattern: condition.value, reason: pattern.reason },
        site: { file, document, path: condition.of.startsWith('grpc') ? path : [...path, 'value'] },
        related: [],
        fixes: [],
      });
    }
  }
}

import type { Finding } from '../../findings/finding.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { whyPatternIsRefused } from '../../match/refused-pattern.ts';
import type { Profile } from '../../profile/profile.ts';

/** Reports patterns that RE2 refuses. An entry with such a pattern can never match. */
export function checkPatterns(
  entries: readonly RouteEntry[],
  profile: Profile,
  report: (finding: Finding) => void,
): void {
  for (const entry of entries) {
    for (const condition of entry.conditions) {
      const reason = whyPatternIsRefused(condition, profile);
      if (reason === null) continue;
      const { file, document, path } = condition.origin;
      report({
        code: 'regex-invalid',
        severity: 'error',
        args: { route: entry.route, pattern: condition.value, reason },
        site: { file, document, path: condition.of.startsWith('grpc') ? path : [...path, 'value'] },
        related: [],
        fixes: [],
      });
    }
  }
}

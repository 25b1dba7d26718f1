import type { CodeEntry } from './code-entry.ts';

/** Findings about RouteTest documents. */
export const ROUTETEST_CODES = {
  'test-field-unknown': { severity: 'error', args: ['field'], source: 'docs/routetest.md' },
  'test-field-invalid': { severity: 'error', args: ['field', 'expected'], source: 'docs/routetest.md' },
  'test-url-invalid': { severity: 'error', args: ['url', 'problem'], source: 'docs/routetest.md' },
  'test-profile-unknown': { severity: 'error', args: ['profile', 'known'], source: 'docs/profiles.md' },
  'test-manifest-refused': { severity: 'error', args: ['manifest'], source: 'docs/routetest.md' },
  'test-manifest-missing': { severity: 'error', args: ['manifest'], source: 'docs/routetest.md' },
} as const satisfies Readonly<Record<string, CodeEntry>>;

import { type FindingProse, findingProse } from '../explain/finding-prose.ts';
import type { FindingReport, TextEdit } from '../explain/finding-report.ts';
import type { ExplainLanguage } from '../explain/languages.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { toOffsetEdit } from '../manifest/fix-edit.ts';
import type { ResourceId } from '../resource/resource.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Returns findings with their sentences, lines and edits: the list that `check` prints and the page shows.
 * Throws EngineMissing when the texts of the language are not loaded.
 *
 * @example
 * ```
 * for (const { origin, message } of reportFindings(collectFindings(snapshot), snapshot)) {
 *   console.log(`${origin.file}:${origin.line}: ${message}`);
 * }
 * ```
 */
export function reportFindings(
  findings: readonly Finding[],
  snapshot: Snapshot,
  language: ExplainLanguage = 'en',
): readonly FindingReport[] {
  if (findings.length === 0) return [];
  const { locator } = snapshot;
  const prose = findingProse(language);
  const resourceAt = resourceFinder(snapshot);
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: prose.sentenceOf(finding),
    origin: { ...locator.place(finding.site), resource: resourceAt(finding.site) },
    related: finding.related.map(({ note, site }) => ({
      message: prose.noteText(note),
      origin: locator.place(site),
    })),
    fixes: reportFixes(finding.fixes, snapshot, prose),
    ...(finding.condition === undefined ? null : { condition: finding.condition }),
    docs: `docs/findings/${finding.code}.md`,
  }));
}

/** Returns fixes with their titles, and with their edits as lines and columns. */
export function reportFixes(
  fixes: readonly Fix[],
  snapshot: Snapshot,
  prose: FindingProse,
): FindingReport['fixes'] {
  return fixes.map((fix) => reportFix(fix, snapshot, prose)).filter((fix) => fix.edits.length > 0);
}

function reportFix(fix: Fix, { locator }: Snapshot, prose: FindingProse): FindingReport['fixes'][number] {
  const edits: TextEdit[] = [];
  for (const each of fix.edits) {
    const edit = toOffsetEdit(each, locator);
    if (edit === null) continue;
    const lines = locator.lines(edit.file);
    const start = lines.positionAt(edit.start);
    const end = lines.positionAt(edit.end);
    edits.push({
      file: edit.file,
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      text: edit.text,
    });
  }
  return { title: prose.fixTitle(fix), edits };
}

/** Returns a function that finds the resource of a site. */
function resourceFinder(snapshot: Snapshot): (site: Finding['site']) => ResourceId | null {
  const byDocument = new Map<string, { id: ResourceId; root: readonly (string | number)[] }[]>();
  for (const { resource } of snapshot.cluster.resources) {
    const key = `${resource.origin.document} ${resource.origin.file}`;
    const list = byDocument.get(key) ?? [];
    byDocument.set(key, list);
    list.push({ id: resource.id, root: resource.origin.root });
  }
  return (site) => {
    const list = byDocument.get(`${site.document} ${site.file}`) ?? [];
    return list.find(({ root }) => root.every((step, at) => site.path[at] === step))?.id ?? null;
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportNodeEdits } from '../src/core/answers/node-edits.ts';
import { presentSnapshot } from '../src/core/answers/page-view.ts';
import { FORWARDED_MESSAGES_EN } from '../src/core/explain/en/forwarded-messages.ts';
import { loadFindingProse } from '../src/core/explain/load-finding-prose.ts';
import { analyse, collectFindings, type Snapshot } from '../src/core/index.ts';
import type { Source } from '../src/core/text/source.ts';
import { applyToFiles } from '../src/state/text-edits.ts';

/**
 * Every edit of every node of the graphs of the examples, the lessons and the cases. The edit is applied as
 * the page applies it, and the manifests are analysed from the start, not as an edit of the earlier snapshot
 * as `nodeEdits` does.
 */
const TOP = path.resolve(import.meta.dirname, '..');

function sourcesIn(folder: string): readonly (readonly [string, readonly Source[]])[] {
  return readdirSync(path.join(TOP, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => [file, [{ file, text: readFileSync(path.join(TOP, folder, file), 'utf8') }]] as const);
}

/** Returns the errors of manifests, without their places. */
function errorsOf(snapshot: Snapshot): ReadonlySet<string> {
  const errors = collectFindings(snapshot).filter(({ severity }) => severity === 'error');
  return new Set(errors.map(({ code, args }) => `${code} ${JSON.stringify(args)}`));
}

describe.each(['examples', 'lessons/manifests', 'tests/cases'])('the edits of nodes in %s', (folder) => {
  const names = new Map<string, number>();

  test('apply and make no new errors', { timeout: 300_000 }, async () => {
    await loadFindingProse('en');
    for (const [file, sources] of sourcesIn(folder)) {
      const snapshot = analyse(sources);
      const before = errorsOf(snapshot);
      for (const node of presentSnapshot(snapshot).graph.nodes) {
        const question = { node, request: null, file };
        const reports = reportNodeEdits(snapshot, question, 'en', FORWARDED_MESSAGES_EN);
        for (const { name, title, edits } of reports) {
          names.set(name, (names.get(name) ?? 0) + 1);
          const files = sources.map((source) => ({ name: source.file, text: source.text }));
          const changed = applyToFiles(files, edits);
          const what = `${file}, ${node.id}: ${title}`;
          expect(changed, what).not.toBe(null);
          const after = analyse((changed ?? []).map((each) => ({ file: each.name, text: each.text })));
          const added = [...errorsOf(after)].filter((error) => !before.has(error));
          expect(added, what).toEqual([]);
          const count = (of: Snapshot) => of.cluster.resources.length;
          const isRule = name === 'add-path-rule' || name === 'add-catch-all-to';
          const isOneRule = isRule && !title.endsWith('with a ReferenceGrant');
          expect(count(after) === count(snapshot), what).toBe(isOneRule);
        }
      }
    }
    expect(names.get('add-path-rule') ?? 0, [...names].join(' ')).toBeGreaterThan(5);
    expect(names.get('add-consumer-route') ?? 0, [...names].join(' ')).toBeGreaterThan(2);
  });
});

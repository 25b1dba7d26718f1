import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from '../src/cli/arguments.ts';
import { checkCommand } from '../src/cli/check-command.ts';
import { routesCommand } from '../src/cli/routes-command.ts';
import { statusCommand } from '../src/cli/status-command.ts';
import { suitesOf } from '../src/core/answers/run-tests.ts';
import { analyse, findProfile, GATEWAY_API, traceRequest } from '../src/core/index.ts';
import { visibleData } from '../src/core/text/visible-data.ts';

/**
 * What `trace`, `routes`, `status` and `check` print with `-o json` for some case files, compared with what they printed before.
 * A case names the parts that matter to it; here every field but the words of findings is compared. With `UPDATE=1` the files are written again:
 * read their diff before you commit it.
 */
const CASES = path.join(import.meta.dirname, 'cases');
const PRINTED = path.join(import.meta.dirname, 'printed-answers');

const FILES = [
  'backends/a-split-of-three-kinds-of-trouble',
  'connections/kinds-of-routes-on-one-port',
  'filters/a-redirect-of-a-backend',
  'gateways/default-gateways',
  'groups/articles-that-reject-a-request-which-several-routes-match',
  'groups/producer-and-consumer-on-one-service',
  'passed-over/ports',
  'policies/backend-traffic',
  'policies/the-standard-channel',
  'retries/broken-connections',
  'status/conditions-of-listener-sets',
  'timeouts/what-passes-through-has-no-limits',
];

function printedFor(file: string): string {
  const source = { file: `${file}.yaml`, text: readFileSync(path.join(CASES, `${file}.yaml`), 'utf8') };
  const profile = findProfile(suitesOf(analyse([source]))[0]?.profile ?? '') ?? GATEWAY_API;
  const snapshot = analyse([source], { profile });
  const words = readArguments(['-o', 'json'], () => 0);
  const traces = suitesOf(snapshot).flatMap(({ cases }) =>
    cases.map(({ name, request }) => {
      if (request === null) return { name };
      // The request is what the case file says.
      const { request: _, ...trace } = traceRequest(snapshot, request);
      return { name, ...visibleData(trace) };
    }),
  );
  const answers = {
    traces,
    ...JSON.parse(routesCommand(words, snapshot)),
    ...JSON.parse(statusCommand(snapshot, 'json')),
    ...JSON.parse(checkCommand(words, snapshot).text, withoutWords),
  };
  return `${JSON.stringify(answers, null, 1)}\n`;
}

/** Tests of their own hold the words of findings and fixes. */
function withoutWords(key: string, value: unknown): unknown {
  return key === 'message' || key === 'title' ? undefined : value;
}

test.each(FILES)('%s is answered as before', (file) => {
  const place = path.join(PRINTED, `${file.replace('/', '.')}.json`);
  const printed = printedFor(file);
  if (process.env.UPDATE === '1') {
    mkdirSync(PRINTED, { recursive: true });
    writeFileSync(place, printed);
  }
  expect(printed).toBe(readFileSync(place, 'utf8'));
});

test('every file of answers belongs to a case file', () => {
  const expected = FILES.map((file) => `${file.replace('/', '.')}.json`).sort();
  expect(readdirSync(PRINTED).sort()).toEqual(expected);
});

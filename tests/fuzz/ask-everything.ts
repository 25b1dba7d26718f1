/** Runs every question of the page and the command line on some manifests. */

import { readArguments, UsageError } from '../../src/cli/arguments.ts';
import { checkCommand } from '../../src/cli/check-command.ts';
import { diffCommand } from '../../src/cli/diff-command.ts';
import { routesCommand } from '../../src/cli/routes-command.ts';
import { statusCommand } from '../../src/cli/status-command.ts';
import { testCommand } from '../../src/cli/test-command.ts';
import { traceCommand } from '../../src/cli/trace-command.ts';
import { answerEditor } from '../../src/core/answers/answer-editor.ts';
import { nearMisses } from '../../src/core/answers/near-misses.ts';
import { wayOf } from '../../src/core/answers/page-view.ts';
import { everyFinding } from '../../src/core/answers/reach-findings.ts';
import { reportDifference } from '../../src/core/answers/report-difference.ts';
import { reportFindings } from '../../src/core/answers/report-findings.ts';
import { suitesOf } from '../../src/core/answers/run-tests.ts';
import { compareTraces } from '../../src/core/explain/compare-traces.ts';
import { traceMarkdown } from '../../src/core/explain/copy-trace.ts';
import type { Messages } from '../../src/core/explain/en/messages.ts';
import { MESSAGES_EN } from '../../src/core/explain/en/messages.ts';
import type { ExplainLanguage } from '../../src/core/explain/languages.ts';
import { MESSAGES_ZH_HANS } from '../../src/core/explain/zh-hans/messages.ts';
import { MESSAGES_ZH_HANT } from '../../src/core/explain/zh-hant/messages.ts';
import { layOut } from '../../src/core/graph/layout.ts';
import {
  analyse,
  explainTrace,
  GATEWAY_API,
  presentSnapshot,
  type Snapshot,
  traceRequest,
} from '../../src/core/index.ts';
import { readURL } from '../../src/core/ir/read-url.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { hasInvisible } from '../../src/core/text/visible.ts';
import { checkTrace } from '../well-formed/check-trace.ts';

const LANGUAGES: readonly (readonly [ExplainLanguage, Messages])[] = [
  ['en', MESSAGES_EN],
  ['zh-Hant', MESSAGES_ZH_HANT],
  ['zh-Hans', MESSAGES_ZH_HANS],
];

/** Checks output for programs: JSON, SARIF, JUnit. Its texts must not break lines either. */
function check(text: string, what: string): void {
  const shown = text.replaceAll('\n', '');
  if (hasInvisible(shown)) throw new Error(`${what} prints a raw character`);
}

function words(...line: string[]) {
  return readArguments(line, (command) => (command === 'trace' ? 1 : 0));
}

/** Checks a command. Wrong usage is a valid answer: one line and exit code 2. */
function print(what: string, run: () => string): void {
  try {
    check(run(), what);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}

/** The commands with each of their formats. */
const COMMANDS: readonly (readonly [what: string, run: (snapshot: Snapshot) => string])[] = [
  ...['text', 'json', 'sarif'].map(
    (output) =>
      [
        `check ${output}`,
        (it: Snapshot) => checkCommand(words('check', '-f', 'f', '-o', output), it).text,
      ] as const,
  ),
  ...['text', 'json', 'curl'].flatMap((output) =>
    [[], ['--rejected']].map(
      (flags) =>
        [
          `routes ${flags.join()} ${output}`,
          (it: Snapshot) => routesCommand(words('routes', '-f', 'f', '-o', output, ...flags), it),
        ] as const,
    ),
  ),
  ...['text', 'json'].flatMap((output) => [
    [`status ${output}`, (it: Snapshot) => statusCommand(it, output)] as const,
    [`diff ${output}`, (it: Snapshot) => diffCommand(it, analyse([], {}), output).text] as const,
    [
      `trace ${output}`,
      (it: Snapshot) =>
        traceCommand(words('trace', '-f', 'f', '--from', 'a', '-o', output, 'http://a.a/'), it),
    ] as const,
  ]),
  ...['text', 'json', 'junit'].map(
    (output) => [`test ${output}`, (it: Snapshot) => testCommand(it, output, () => null).text] as const,
  ),
];

/** Returns requests to the first few Services and Gateways, and those of the RouteTests. */
function requestsTo(snapshot: Snapshot): readonly SimRequest[] {
  const view = presentSnapshot(snapshot);
  const client = { namespace: view.clients[0]?.namespace ?? 'default', workload: null, inMesh: true };
  const toHosts = view.hosts.slice(0, 4).flatMap(({ url }): SimRequest[] => {
    const read = readURL(url);
    if (!read.ok) return [];
    return [
      { ...read.url, method: 'GET', from: client, gateway: null, headers: [], podOf: null, backend: null },
    ];
  });
  const toGateways = view.entrances.slice(0, 4).flatMap(({ gateway, url }): SimRequest[] => {
    const read = readURL(url);
    if (!read.ok) return [];
    const slash = gateway.indexOf('/');
    const address = { namespace: gateway.slice(0, slash), name: gateway.slice(slash + 1), listener: null };
    return [
      { ...read.url, method: 'GET', from: null, gateway: address, headers: [], podOf: null, backend: null },
    ];
  });
  const inTests = suitesOf(snapshot).flatMap(({ cases }) => cases.flatMap(({ request }) => request ?? []));
  return [...toHosts, ...toGateways, ...inTests.slice(0, 6)];
}

function askEditor(snapshot: Snapshot): void {
  for (const { file, text } of snapshot.sources) {
    const to = text.split('\n').length;
    answerEditor(snapshot, { about: 'implied', file, from: 1, to });
    for (let line = 1; line <= Math.min(to, 40); line += 7) {
      const place = { file, line, column: 9 };
      answerEditor(snapshot, { about: 'definition', ...place });
      answerEditor(snapshot, { about: 'references', ...place, withDeclaration: true });
    }
  }
}

/**
 * Throws if the manifests make an analysis, a trace, an explanation, the graph, the editor's answers or a
 * printer of the command line throw, contain a bug of the program, or print a raw control character. With
 * `turn`, runs only one in four commands, in rotation, so that many manifests take little time.
 */
export function askEverything(
  text: string,
  profile: Profile = GATEWAY_API,
  turn: number | null = null,
): void {
  const snapshot = analyse([{ file: 'hostile.yaml', text }], { profile });
  const findings = everyFinding(snapshot);
  const fault = findings.find(({ code }) => code === 'internal-fault');
  if (fault !== undefined) throw new Error(`internal fault: ${JSON.stringify(fault.args)}`);
  const { graph } = presentSnapshot(snapshot);
  layOut(graph);
  const requests = requestsTo(snapshot);
  for (const [language, messages] of LANGUAGES) {
    for (const { message } of reportFindings(findings, snapshot, language))
      if (/\bundefined\b|\[object|function \w*\(|\[native code/.test(message) && !/undefined/.test(text))
        throw new Error(`a sentence without its facts: ${message.slice(0, 300)}`);
    for (const request of requests) {
      const trace = traceRequest(snapshot, request);
      const complaints = checkTrace(trace);
      if (complaints.length > 0) throw new Error(`a trace that is not well formed: ${complaints.join('; ')}`);
      const explained = explainTrace(trace, messages);
      traceMarkdown(explained);
      if (language !== 'en') continue;
      wayOf(trace, graph);
      nearMisses(snapshot, request);
      compareTraces(trace, trace);
    }
  }
  askEditor(snapshot);
  for (const [at, [what, run]] of COMMANDS.entries())
    if (turn === null || at % 4 === turn % 4) print(what, () => run(snapshot));
  const { changes, complete } = reportDifference(
    snapshot,
    analyse([{ file: 'hostile.yaml', text }], { profile }),
  );
  if (changes.length > 0 || !complete)
    throw new Error(`differs from itself: ${changes.length} changes, complete: ${complete}`);
}

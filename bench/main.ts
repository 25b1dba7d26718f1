import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { provideEngines } from '../src/core/engines.ts';
import { runCommandLine } from './command-line.ts';
import { runConsumerNamespaces } from './consumer-namespaces.ts';
import { benchCrossings } from './crossings.ts';
import { runDeadRules } from './dead-rules.ts';
import { runDeadStudy } from './dead-study.ts';
import { runDifferences } from './difference.ts';
import { measureDownload } from './download.ts';
import { type EditStep, runEdits } from './edit.ts';
import { bundle, random, table, type WitnessRequest } from './generate.ts';
import { deadTable } from './generate-dead.ts';
import { runIngresses } from './ingresses.ts';
import { benchLayout } from './layout.ts';
import { measureKept, measureRound, type PipelineCounts, type PipelineRound } from './pipeline.ts';
import { printTables } from './print.ts';
import { runTraces, type TraceResult } from './trace.ts';
import { runVirtualServices } from './virtual-services.ts';

/**
 * The content of `--input` (docs/benchmarks.md describes the format). A run without it generates a small
 * input.
 */
export interface BenchInput {
  readonly bundles: readonly {
    readonly docs: number;
    readonly variant: number;
    readonly text: () => string;
  }[];
  readonly edits: readonly {
    readonly docs: number;
    readonly text: () => string;
    readonly steps: () => readonly EditStep[];
  }[];
  readonly tables: readonly {
    readonly entries: number;
    readonly kind: 'path' | 'mixed';
    readonly text: () => string;
    readonly requests: () => readonly WitnessRequest[];
  }[];
  readonly deadTables: readonly { readonly entries: number; readonly text: () => string }[];
}

const PARTS = [
  'pipeline',
  'edit',
  'trace',
  'dead-rules',
  'difference',
  'consumers',
  'virtual-services',
  'ingresses',
  'layout',
  'command-line',
  'download',
];
/** Parts that run only when they are named, because they take minutes. */
const NAMED_PARTS = ['dead-study'];
const ROUNDS = 3;

function usage(message: string): never {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(2);
}

interface Options {
  readonly json: boolean;
  readonly input: string | null;
  readonly only: readonly string[];
  /** A folder with other layout libraries, for the part `layout`. */
  readonly peers: string | null;
  /** Writes only a bundle of this number of documents to standard output. */
  readonly printBundle: number | null;
}

function readOptions(words: readonly string[]): Options {
  let json = false;
  let input: string | null = null;
  let printBundle: number | null = null;
  let only: readonly string[] = PARTS;
  let peers: string | null = null;
  const queue = words.flatMap((word) => {
    const match = /^(--[\w-]+)=(.*)$/.exec(word);
    return match ? [match[1] as string, match[2] as string] : [word];
  });
  while (queue.length > 0) {
    const word = queue.shift();
    if (word === '--json') json = true;
    else if (word === '--input') input = queue.shift() ?? usage('--input needs a folder');
    else if (word === '--peers') peers = queue.shift() ?? usage('--peers needs a folder');
    else if (word === '--print-bundle')
      printBundle = Number(queue.shift() ?? usage('--print-bundle needs a number'));
    else if (word === '--only') only = (queue.shift() ?? usage('--only needs parts')).split(',');
    else
      usage(
        `unknown option ${word}; there are --json, --input DIR, --only ${PARTS.join(',')}, --peers DIR, --print-bundle DOCUMENTS`,
      );
  }
  for (const part of only)
    if (!PARTS.includes(part) && !NAMED_PARTS.includes(part))
      usage(`there is no part ${part}; there are ${[...PARTS, ...NAMED_PARTS].join(', ')}`);
  if (printBundle !== null && !(Number.isInteger(printBundle) && printBundle > 0))
    usage('--print-bundle needs a number of documents');
  return { json, input, only, peers, printBundle };
}

function readInput(folder: string): BenchInput {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const parsed = (() => {
    try {
      return JSON.parse(read('input.json'));
    } catch (error) {
      return usage(
        `cannot read ${join(folder, 'input.json')}: ${error instanceof Error ? error.message : error}`,
      );
    }
  })();
  if (parsed.version !== 1) usage(`input of version ${parsed.version} is not known, only version 1`);
  return {
    bundles: (parsed.bundles ?? []).map((each: { docs: number; variant: number; file: string }) => ({
      ...each,
      text: () => read(each.file),
    })),
    edits: (parsed.edits ?? []).map((each: { docs: number; file: string; steps: string }) => ({
      docs: each.docs,
      text: () => read(each.file),
      steps: () => JSON.parse(read(each.steps)),
    })),
    tables: (parsed.tables ?? []).map(
      (each: { entries: number; kind: 'path' | 'mixed'; file: string; requests: string }) => ({
        entries: each.entries,
        kind: each.kind,
        text: () => read(each.file),
        requests: () => JSON.parse(read(each.requests)),
      }),
    ),
    deadTables: (parsed.deadTables ?? []).map((each: { entries: number; file: string }) => ({
      entries: each.entries,
      text: () => read(each.file),
    })),
  };
}

const OWN_SIZES = [100, 1000, 10_000];
const OWN_STEPS = 20;

function ownInput(): BenchInput {
  return {
    bundles: OWN_SIZES.flatMap((docs) =>
      [0, 1].map((variant) => ({ docs, variant, text: () => bundle(docs, variant).text })),
    ),
    edits: [1000, 10_000].map((docs) => {
      const { text } = bundle(docs, 0);
      return { docs, text: () => text, steps: () => ownSteps(text) };
    }),
    tables: [10, 1000, 10_000].flatMap((entries) =>
      (['path', 'mixed'] as const).map((kind) => ({
        entries,
        kind,
        text: () => table(entries, kind).text,
        requests: () => table(entries, kind).requests,
      })),
    ),
    deadTables: [100, 1000, 5000].map((entries) => ({ entries, text: () => deadTable(entries) })),
  };
}

/** Returns edits of routes, Services and Deployments in rotation, distributed over the text. */
function ownSteps(text: string): readonly EditStep[] {
  const next = random(7);
  const lines = text.split('\n');
  const forms: readonly (readonly [RegExp, (line: string, at: number) => string])[] = [
    [/^ +value: \/v0\/items/, (line, at) => line.replace('items', `items${at}`)],
    [/^ {2}replicas: /, (line, at) => line.replace(/\d+$/, String((at % 5) + 1))],
    [/^ {6}weight: /, (line) => `${line}0`],
    [/^ {4}targetPort: /, (line, at) => line.replace(/\d+$/, String(8000 + at))],
  ];
  const steps: EditStep[] = [];
  for (let at = 0; at < OWN_STEPS; at++) {
    const [form, change] = forms[at % forms.length] as (typeof forms)[number];
    let line = Math.floor(next() * lines.length);
    while (!form.test(lines[line] ?? '')) line = (line + 1) % lines.length;
    const from = lines[line] as string;
    const to = change(from, at);
    lines[line] = to;
    steps.push({ line: line + 1, from, to });
  }
  return steps;
}

function versionOf(name: string): string {
  const path = join(process.cwd(), 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

function runPipelines(input: BenchInput) {
  const smallest = [...input.bundles].sort((a, b) => a.docs - b.docs)[0];
  // One warm-up round of both on the smallest bundle.
  if (smallest) measureRound(smallest.text(), 0);
  return input.bundles.map(({ docs, variant, text: read }) => {
    const text = read();
    const rounds: PipelineRound[] = [];
    let counts: PipelineCounts | null = null;
    for (let at = 0; at < ROUNDS; at++) {
      const measured = measureRound(text, at);
      rounds.push(measured.round);
      counts = measured.counts;
    }
    const bytes = Buffer.byteLength(text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const keptMb = measureKept(text);
    return { docs, variant, bytes, sha256, ...(counts as PipelineCounts), keptMb, rounds };
  });
}

function traceParts({ tables }: BenchInput) {
  const inputs = tables.map(({ kind, text, requests }) => ({ kind, text: text(), requests: requests() }));
  const results = runTraces(inputs);
  return tables.map(({ entries, kind }, at) => ({ entries, kind, ...(results[at] as TraceResult) }));
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.printBundle !== null) {
    process.stdout.write(bundle(options.printBundle, 1).text);
    return;
  }
  const input = options.input === null ? ownInput() : readInput(options.input);
  const wants = (part: string) => options.only.includes(part);
  const download = wants('download') ? measureDownload(join(process.cwd(), 'dist')) : null;
  const result = {
    bench: 1,
    runtime: { node: process.version, cpus: cpus().length },
    versions: { 'js-yaml': versionOf('js-yaml'), 'find-my-way': versionOf('find-my-way') },
    ...(wants('pipeline') ? { pipeline: runPipelines(input) } : null),
    ...(wants('edit')
      ? { edit: input.edits.map(({ docs, text, steps }) => ({ docs, ...runEdits(text(), steps()) })) }
      : null),
    ...(wants('trace')
      ? {
          trace: traceParts(input),
        }
      : null),
    ...(wants('dead-rules')
      ? { deadRules: input.deadTables.map(({ entries, text }) => ({ entries, ...runDeadRules(text()) })) }
      : null),
    ...(wants('dead-study') ? { deadStudy: runDeadStudy() } : null),
    ...(wants('difference') ? { difference: runDifferences() } : null),
    ...(wants('consumers') ? { consumers: runConsumerNamespaces() } : null),
    ...(wants('virtual-services') ? { virtualServices: runVirtualServices() } : null),
    ...(wants('ingresses') ? { ingresses: runIngresses() } : null),
    ...(wants('command-line') ? { commandLine: runCommandLine() } : null),
    ...(wants('layout') ? { layout: benchLayout(), crossings: await benchCrossings(options.peers) } : null),
    ...(download === null ? null : { download }),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : printTables(result));
}

provideEngines();
await main();

import type { CommandLineFigure } from './command-line.ts';
import type { ConsumersFigure } from './consumer-namespaces.ts';
import type { CrossingFigure } from './crossings.ts';
import type { DeadRulesResult } from './dead-rules.ts';
import type { StudyResult } from './dead-study.ts';
import type { DifferenceFigure } from './difference.ts';
import type { Download } from './download.ts';
import type { EditResult } from './edit.ts';
import type { IngressesFigure } from './ingresses.ts';
import type { LayoutFigure } from './layout.ts';
import type { PipelineCounts, PipelineRound, StageTimes } from './pipeline.ts';
import type { TraceResult } from './trace.ts';
import type { TwoKindsFigure } from './two-kinds.ts';

/** The results of a whole run, as `--json` prints them. */
export interface BenchResult {
  readonly runtime: { readonly node: string; readonly cpus: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly pipeline?: readonly (PipelineCounts & {
    readonly docs: number;
    readonly variant: number;
    readonly bytes: number;
    /** Heap that the snapshot uses. */
    readonly keptMb: number;
    readonly rounds: readonly PipelineRound[];
  })[];
  readonly edit?: readonly (EditResult & { readonly docs: number })[];
  readonly trace?: readonly (TraceResult & { readonly entries: number; readonly kind: string })[];
  readonly deadRules?: readonly (DeadRulesResult & { readonly entries: number })[];
  readonly deadStudy?: readonly StudyResult[];
  readonly difference?: readonly DifferenceFigure[];
  readonly consumers?: readonly ConsumersFigure[];
  readonly virtualServices?: readonly TwoKindsFigure[];
  readonly ingresses?: IngressesFigure;
  readonly commandLine?: readonly CommandLineFigure[];
  readonly layout?: readonly LayoutFigure[];
  readonly crossings?: readonly CrossingFigure[];
  readonly download?: Download;
  readonly peakMb: number;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [title, '', row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n');
}

const ms = (value: number) => value.toFixed(1);
const percent = (value: number) => `${(value * 100).toFixed(2)} %`;
const ratio = (value: number) => value.toFixed(2);

/**
 * Returns the results as Markdown tables. Ratios come first, because absolute times depend on the machine.
 */
export function printTables(result: BenchResult): string {
  const parts = [
    `Node ${result.runtime.node}, ${result.runtime.cpus} CPUs, js-yaml ${result.versions['js-yaml']}, find-my-way ${result.versions['find-my-way']}`,
    '',
  ];
  if (result.pipeline) {
    const { pipeline } = result;
    const growth = (at: number) => {
      const [own, before] = [
        pipeline[at],
        pipeline.findLast((each, index) => index < at && each.variant === pipeline[at]?.variant),
      ];
      if (own === undefined || before === undefined) return '–';
      return ratio(exponent(wholeCPU(own.rounds) / wholeCPU(before.rounds), own.docs / before.docs));
    };
    const rows = pipeline.map((each, at) => {
      const of = (pick: (times: StageTimes) => number) =>
        [(round: PipelineRound) => round.cpu, (round: PipelineRound) => round]
          .map((times) => ratio(median(each.rounds.map((round) => pick(times(round)) / times(round).jsYaml))))
          .join(' / ');
      return [
        each.docs,
        each.variant,
        each.resources,
        each.entries,
        each.findings,
        of(({ parse }) => parse),
        of(({ parse, index, compile }) => parse + index + compile),
        of(({ parse, index, compile, findings }) => parse + index + compile + findings),
        ms(median(each.rounds.map(({ cpu }) => cpu.jsYaml))),
        growth(at),
        each.keptMb.toFixed(1),
        ratio((each.keptMb * 1024 * 1024) / each.bytes),
      ];
    });
    const head = [
      'documents',
      'variant',
      'resources',
      'entries',
      'findings',
      'parse / js-yaml',
      'to tables / js-yaml',
      'with findings / js-yaml',
      'js-yaml CPU ms',
      'growth exponent',
      'kept MB',
      'kept / text',
    ];
    parts.push(section('Text to tables (cold; ratios of CPU time / of wall time)', head, rows));
  }
  if (result.edit) {
    const rows = result.edit.map((each) => [
      each.docs,
      ms(median(each.stepsCpuMs)),
      ms(median(each.stepsMs)),
      ms(each.coldCpuMs),
      ms(each.coldMs),
      percent(median(each.stepsCpuMs) / each.coldCpuMs),
      percent(median(each.stepsMs) / each.coldMs),
      each.findingsSha256 === each.coldFindingsSha256 && each.tablesSha256 === each.coldTablesSha256
        ? 'yes'
        : 'NO',
    ]);
    parts.push(
      section(
        'One edit',
        [
          'documents',
          'median CPU ms',
          'median ms',
          'cold CPU ms',
          'cold ms',
          'edit / cold, CPU',
          'edit / cold',
          'same as cold',
        ],
        rows,
      ),
    );
  }
  if (result.trace) {
    const rows = result.trace.map((each) => [
      each.entries,
      each.kind,
      each.verdictPerSecond,
      each.findMyWayPerSecond ?? '–',
      each.findMyWayPerSecond === null ? '–' : ratio(each.verdictPerSecond / each.findMyWayPerSecond),
      each.findMyWayAgrees === null ? '–' : each.findMyWayAgrees ? 'yes' : 'no',
      each.explainedPerSecond,
      each.explainedCpuMicros,
      each.printedPerSecond,
      each.printedCpuMicros,
    ]);
    const head = [
      'entries',
      'kind',
      'verdicts / s',
      'find-my-way / s',
      'ratio',
      'agrees',
      'explained / s',
      'CPU µs',
      'printed whole / s',
      'CPU µs',
    ];
    parts.push(section('Requests', head, rows));
  }
  if (result.deadRules) parts.push(printDeadRules(result.deadRules));
  if (result.deadStudy) parts.push(printDeadStudy(result.deadStudy));
  if (result.difference) {
    const rows = result.difference.map((each) => [
      each.entries,
      each.headerNames,
      each.change,
      ms(each.cpuMs),
      each.classes,
      each.complete ? 'yes' : 'no',
    ]);
    const head = ['entries', 'header names', 'change', 'CPU ms', 'classes', 'complete'];
    parts.push(section('Difference of two tables', head, rows));
  }
  if (result.consumers) {
    const rows = result.consumers.map((each, at, all) => {
      const before = all[at - 1];
      return [
        each.namespaces,
        ms(each.cpuMs),
        before === undefined
          ? '–'
          : ratio(exponent(each.cpuMs / before.cpuMs, each.namespaces / before.namespaces)),
        each.findings,
      ];
    });
    const head = ['consumer namespaces and producer matches', 'CPU ms', 'growth exponent', 'findings'];
    parts.push(section('Findings with many consumer namespaces', head, rows));
  }
  if (result.virtualServices) parts.push(twoKinds('VirtualServices', result.virtualServices));
  if (result.ingresses) {
    parts.push(twoKinds('Ingresses', result.ingresses.tables));
    const rows = result.ingresses.conversions.map(({ ingresses, changes, elapsed }) => [
      ingresses,
      changes,
      ms(elapsed.wall),
      ms(elapsed.cpu),
    ]);
    const head = ['Ingresses × 10 paths', 'classes that change', 'ms', 'CPU ms'];
    parts.push(section('Conversion to Gateway API with its proof', head, rows));
  }
  if (result.layout) {
    const rows = result.layout.map((each) => [
      each.nodes,
      ms(median(each.ms)),
      ms(median(each.cpuMs)),
      ms(each.cpuMs[0] ?? Number.NaN),
      ms(median(each.editMs)),
      ms(median(each.editCpuMs)),
      each.moved,
    ]);
    const head = [
      'nodes',
      'ms',
      'CPU ms',
      'first run, CPU ms',
      'one route added, ms',
      'CPU ms',
      'other nodes moved',
    ];
    parts.push(section('Layout', head, rows));
  }
  if (result.crossings) {
    const shown = (value: number | null) => (value === null ? 'not run' : value.toFixed(0));
    const rows = result.crossings.map(({ nodes, edges, engine, crossings, length, cpuMs }) => [
      nodes,
      edges,
      engine,
      shown(crossings),
      shown(length),
      shown(cpuMs),
    ]);
    const head = ['nodes', 'edges', 'layout', 'crossings', 'mean length of an edge', 'CPU ms, first run'];
    parts.push(section('Crossings of straight lines between the middles of nodes', head, rows));
  }
  if (result.commandLine) {
    const rows = result.commandLine.map((each) => [
      each.documents,
      ms(each.megabytes),
      ms(each.cpuSeconds),
      ms(each.seconds),
      Math.round(each.peakMb),
    ]);
    const head = ['documents', 'MB', 'CPU s', 's', 'peak memory, MB'];
    parts.push(section('`check` in its own process', head, rows));
  }
  if (result.download) {
    const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    const { firstAnswerGzip, editorGzip, workersGzip } = result.download;
    parts.push(
      section(
        'Download (gzip)',
        ['first answer', 'editor', 'workers'],
        [[kb(firstAnswerGzip), kb(editorGzip), kb(workersGzip)]],
      ),
    );
  }
  parts.push(`Peak memory ${result.peakMb} MB`, '');
  return parts.join('\n');
}

/** Returns the median processor time of all stages, in milliseconds. */
function wholeCPU(rounds: readonly PipelineRound[]): number {
  return median(rounds.map(({ cpu }) => cpu.parse + cpu.index + cpu.compile + cpu.findings));
}

/** Returns the exponent of a power law: the time grows by `times` when the size grows by `sizes`. */
function exponent(times: number, sizes: number): number {
  return Math.log(times) / Math.log(sizes);
}

/** Prints times by size. The exponent is that of a power law through the row and the one above it. */
function printDeadRules(results: NonNullable<BenchResult['deadRules']>): string {
  const rows = results.map((each, at) => {
    const before = results[at - 1];
    return [
      each.entries,
      ms(median(each.cpuMs)),
      ms(median(each.ms)),
      before === undefined
        ? '–'
        : ratio(exponent(median(each.cpuMs) / median(before.cpuMs), each.entries / before.entries)),
      each.reachable,
      each.partly,
      each.dead,
      each.unknown,
    ];
  });
  const head = ['entries', 'CPU ms', 'ms', 'growth exponent', 'reachable', 'partly', 'dead', 'unknown'];
  return section('Dead rules', head, rows);
}

function printDeadStudy(results: readonly StudyResult[]): string {
  const rows = results.map((each) => [
    each.shape,
    each.sets,
    each.entries,
    each.dead,
    `${each.found} (${((each.found / each.dead) * 100).toFixed(1)} %)`,
    each.falselyFound,
    each.undecided,
  ]);
  const head = [
    'rules',
    'sets',
    'entries',
    'dead, by trying every request',
    'found',
    'falsely found',
    'undecided',
  ];
  return section('Dead rules in random sets', head, rows);
}

/** Returns the table of the times of a kind and of HTTPRoutes. */
function twoKinds(kind: string, figures: readonly TwoKindsFigure[]): string {
  const rows = figures.map(({ objects, rulesOfEach, entries, times: [own, routes], findings }) => [
    `${objects} × ${rulesOfEach}`,
    entries.join(' / '),
    ms(own.cpu),
    ms(routes.cpu),
    ratio(own.cpu / routes.cpu),
    ratio(own.wall / routes.wall),
    ratio(findings[0].cpu / findings[1].cpu),
  ]);
  const head = [
    'objects × rules',
    'entries',
    `${kind}, CPU ms`,
    'HTTPRoutes, CPU ms',
    'ratio, CPU',
    'ratio',
    'findings alone, ratio',
  ];
  return section(`${kind} and HTTPRoutes: text to tables`, head, rows);
}

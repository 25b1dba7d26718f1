import { createHash } from 'node:crypto';
import FindMyWay from 'find-my-way';
import { printTraceJSON } from '../src/core/dataplane/print-trace-json.ts';
import { decideRequest, traceRequest } from '../src/core/index.ts';
import { readURL } from '../src/core/ir/read-url.ts';
import type { SimRequest } from '../src/core/ir/request.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import type { WitnessRequest } from './generate.ts';
import { load } from './pipeline.ts';
import { stopwatch } from './stopwatch.ts';

export interface TraceResult {
  readonly requests: number;
  readonly winnersSha256: string;
  /** Traces of which the first candidates are read, as the page does. */
  readonly explainedPerSecond: number;
  readonly explainedCpuMicros: number;
  /** Traces that are printed as JSON, with all their candidates. */
  readonly printedPerSecond: number;
  readonly printedCpuMicros: number;
  readonly verdictPerSecond: number;
  readonly findMyWayPerSecond: number | null;
  readonly findMyWayAgrees: boolean | null;
}

const AT_LEAST_MS = 300;
const TURNS = 4;

/**
 * Returns a function that converts a witness into a request of the simulator. Equal clients and hosts become
 * the same objects.
 */
function requestReader(): (witness: WitnessRequest) => SimRequest {
  const clients = new Map<string, NonNullable<SimRequest['from']>>();
  const hosts = new Map<string, string>();
  return (witness) => {
    const read = readURL(witness.url);
    if (!read.ok) throw new Error(`${witness.url}: ${read.problem}`);
    let client = clients.get(witness.from);
    if (client === undefined) {
      const [namespace = '', workload] = witness.from.split('/');
      client = { namespace, workload: workload ?? null, inMesh: true };
      clients.set(witness.from, client);
    }
    const host = hosts.get(read.url.host) ?? read.url.host;
    hosts.set(host, host);
    const { protocol, scheme, port, portWritten, path, query, sni } = read.url;
    return {
      from: client,
      gateway: null,
      protocol,
      method: witness.method,
      scheme,
      host,
      port,
      portWritten,
      path,
      query,
      headers: witness.headers,
      sni,
      podOf: null,
      backend: null,
    };
  };
}

/** The number of calls, and the time that they took: wall clock, and CPU of all threads of the process. */
interface Spent {
  calls: number;
  ms: number;
  cpuMs: number;
}

/** Calls `answer` over all requests repeatedly for a share of the time. Returns the time that it took. */
function perSecond<Request>(
  requests: readonly Request[],
  answer: (request: Request) => unknown,
  burst = 32,
): Spent {
  const start = performance.now();
  const lap = stopwatch();
  let calls = 0;
  let ms = 0;
  do {
    for (let at = 0; at < burst; at++) answer(requests[calls++ % requests.length] as Request);
    ms = performance.now() - start;
  } while (ms < AT_LEAST_MS / TURNS);
  return { calls, ms, cpuMs: lap().cpu };
}

/** The texts of entries are kept when a table is printed, so the first traces take longer. */
const PRINTED_BEFORE = 40;

/** The page shows the first candidates of a long table. */
const SHOWN = 50;

/** Returns the trace of a request after reading its first candidates. */
function explained(snapshot: Snapshot, request: SimRequest): number {
  let read = 0;
  for (const step of traceRequest(snapshot, request).steps) {
    if ('considered' in step) read += step.considered.slice(0, SHOWN).length;
  }
  return read;
}

type Router = { find(method: string, path: string): { store: unknown } | null };

/**
 * Returns a router over the same entries: Exact `p` → `p`; PathPrefix `p` → `p` and `p/*`. The first entry of
 * a path keeps it.
 */
function routerOf(snapshot: Snapshot): Router {
  const router = FindMyWay();
  const [frontend] = [...snapshot.control.ir.frontends.values()].filter((each) => each.tables.length > 0);
  const claimed = new Set<string>();
  const claim = (path: string, store: unknown) => {
    if (claimed.has(path)) return;
    claimed.add(path);
    router.on('GET', path, () => undefined, store as object);
  };
  for (const entry of frontend?.tables[0]?.entries ?? []) {
    const path = entry.conditions.find((condition) => condition.of === 'path');
    if (path === undefined) continue;
    const store = { winner: `${entry.route} ${entry.rule} ${entry.match}` };
    if (path.op === 'exact') claim(path.value, store);
    else if (path.op === 'path-prefix') {
      const value = path.value.replace(/\/+$/, '');
      if (value !== '') claim(value, store);
      claim(`${value}/*`, store);
    }
  }
  return router as unknown as Router;
}

/** Prints the JSON of a trace with all its candidates. Returns its last character. */
function printed(snapshot: Snapshot, request: SimRequest): number {
  const text = printTraceJSON(traceRequest(snapshot, request));
  // Reading a character makes the engine join the parts of the text.
  return text.charCodeAt(text.length - 1);
}

/** A loaded table with its parsed requests. */
interface Prepared {
  readonly snapshot: Snapshot;
  readonly requests: readonly SimRequest[];
  readonly winners: readonly string[];
  readonly router: Router | null;
  readonly totals: Readonly<Record<'explained' | 'printed' | 'verdict' | 'router', Spent>>;
}

/**
 * Loads a table and answers each request once, so that the JavaScript engine has seen all tables before a
 * measurement.
 */
function prepare({ text, requests: witnesses, kind }: TraceInput): Prepared {
  const snapshot = load(text);
  const requests = witnesses.map(requestReader());
  const winners = requests.map((request) => {
    const { entry } = decideRequest(snapshot, request);
    return entry === null ? 'none' : `${entry.route} ${entry.rule} ${entry.match}`;
  });
  for (const request of requests.slice(0, PRINTED_BEFORE)) printed(snapshot, request);
  return {
    snapshot,
    requests,
    winners,
    router: kind === 'path' ? routerOf(snapshot) : null,
    totals: {
      explained: { calls: 0, ms: 0, cpuMs: 0 },
      printed: { calls: 0, ms: 0, cpuMs: 0 },
      verdict: { calls: 0, ms: 0, cpuMs: 0 },
      router: { calls: 0, ms: 0, cpuMs: 0 },
    },
  };
}

export interface TraceInput {
  readonly text: string;
  readonly requests: readonly WitnessRequest[];
  readonly kind: string;
}

/**
 * Measures explained traces, with the first candidates read and printed whole, and bare verdicts of several tables, alternating with find-my-way on tables with
 * only paths. The tables alternate as well, so that other load on the machine affects all of them and their
 * rates can be compared.
 */
export function runTraces(inputs: readonly TraceInput[]): readonly TraceResult[] {
  const tables = inputs.map(prepare);
  const add = (total: Spent, part: Spent) => {
    total.calls += part.calls;
    total.ms += part.ms;
    total.cpuMs += part.cpuMs;
  };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { snapshot, requests, router, totals } of tables) {
      add(
        totals.verdict,
        perSecond(requests, (request) => decideRequest(snapshot, request)),
      );
      if (router === null) continue;
      add(
        totals.router,
        perSecond(requests, (request) => router.find('GET', request.path)),
      );
    }
  }
  // Separate from the others, because its garbage collection would count against them.
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { snapshot, requests, totals } of tables) {
      add(
        totals.explained,
        perSecond(requests, (request) => explained(snapshot, request)),
      );
      add(
        totals.printed,
        perSecond(requests, (request) => printed(snapshot, request), 4),
      );
    }
  }
  const rate = ({ calls, ms }: Spent) => Math.round((calls * 1000) / ms);
  const micros = ({ calls, cpuMs }: Spent) => Number(((cpuMs * 1000) / calls).toPrecision(3));
  return tables.map(({ requests, winners, router, totals }) => ({
    requests: requests.length,
    winnersSha256: createHash('sha256')
      .update(winners.map((winner) => `${winner}\n`).join(''))
      .digest('hex'),
    explainedPerSecond: rate(totals.explained),
    explainedCpuMicros: micros(totals.explained),
    printedPerSecond: rate(totals.printed),
    printedCpuMicros: micros(totals.printed),
    verdictPerSecond: rate(totals.verdict),
    findMyWayPerSecond: router ? rate(totals.router) : null,
    findMyWayAgrees: router
      ? requests.every((request, at) => winnerOf(router, request.path) === winners[at])
      : null,
  }));
}

function winnerOf(router: Router, path: string): string {
  const found = router.find('GET', path);
  return found === null ? 'none' : (found.store as { winner: string }).winner;
}

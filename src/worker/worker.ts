import type { ExplainLanguage } from '../core/explain/languages.ts';
import { loadFindingProse } from '../core/explain/load-finding-prose.ts';
import type { Messages } from '../core/explain/messages-en.ts';
import {
  analyse,
  explainTrace,
  findProfile,
  loadMessages,
  presentSnapshot,
  requestOfCase,
  type Snapshot,
  traceRequest,
  wayOf,
} from '../core/index.ts';
import type { SnapshotView } from '../core/present.ts';
import { type Engine, EngineMissing } from '../core/text/engine-missing.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { diffView } from './view-patch.ts';

/** The thread that does the work: parses, compiles and simulates, and keeps the last snapshot. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};

let texts = new Map<string, string>();
let snapshot: Snapshot | undefined;
let view: SnapshotView | undefined;
let revision = -1;

/** Questions whose code is fetched with the first of them. */
type Later = Extract<ToWorker, { kind: 'editor' | 'near-misses' }>;
type Plain = Exclude<ToWorker, Later>;

/** How often the page hears of progress, in milliseconds. */
const PAUSE = 100;
let told = 0;

function tellProgress(done: number, total: number): void {
  if (performance.now() - told < PAUSE) return;
  told = performance.now();
  scope.postMessage({ kind: 'progress', done, total });
}

function answer(message: Plain, messages: Messages): FromWorker {
  if (message.kind === 'analyse') {
    revision = message.revision;
    const sources = message.sources.map(({ file, text }) => ({ file, text: text ?? texts.get(file) ?? '' }));
    texts = new Map(sources.map(({ file, text }) => [file, text]));
    const profile = findProfile(message.profile);
    const previous = snapshot?.profile === profile ? snapshot : undefined;
    told = performance.now();
    snapshot = analyse(sources, {
      clusterDomain: message.clusterDomain,
      ...(profile ? { profile } : null),
      ...(previous ? { previous } : null),
      onProgress: tellProgress,
    });
    const documents = snapshot.documents.length;
    tellProgress(documents, documents);
    const before = view ?? null;
    view = presentSnapshot(snapshot, message.language);
    return { kind: 'snapshot', revision, patch: diffView(before, view) };
  }
  if (!snapshot || !view) throw new Error('asked before the first text');
  if (message.kind === 'case-request') {
    const { ticket, file, suite, index } = message;
    return { kind: 'case-request', ticket, request: requestOfCase(snapshot, file, suite, index) };
  }
  const trace = traceRequest(snapshot, message.request);
  return {
    kind: 'trace',
    ticket: message.ticket,
    revision,
    answer: explainTrace(trace, messages),
    way: wayOf(trace, view.graph),
  };
}

async function answerLater(message: Later): Promise<FromWorker> {
  if (!snapshot) throw new Error('asked before the first text');
  const { ticket } = message;
  if (message.kind === 'near-misses') {
    const { nearMisses } = await import('../core/near-misses.ts');
    return { kind: 'near-misses', ticket, revision, misses: nearMisses(snapshot, message.request) };
  }
  const { answerEditor } = await import('../core/answer-editor.ts');
  return { kind: 'editor', ticket, revision, answer: answerEditor(snapshot, message.question) };
}

/** Fetches what an answer needs and most do not. */
async function provide(engine: Engine, language: ExplainLanguage): Promise<void> {
  if (engine === 'words of findings') await loadFindingProse(language);
  else (await import('../core/libraries.ts')).provideLibraries();
}

/** Answers; what is missing is fetched, and then it answers again. */
async function answerWithEngines(message: ToWorker): Promise<FromWorker> {
  const messages = await loadMessages(message.kind === 'trace' ? message.language : 'en');
  const fetched = new Set<Engine>();
  for (;;) {
    try {
      if (message.kind === 'editor' || message.kind === 'near-misses') return await answerLater(message);
      return answer(message, messages);
    } catch (error) {
      if (!(error instanceof EngineMissing) || fetched.has(error.engine)) throw error;
      fetched.add(error.engine);
      await provide(error.engine, 'language' in message ? message.language : 'en');
    }
  }
}

/** One message after another: while an engine loads, later ones wait. */
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  queue = queue.then(async () => {
    try {
      scope.postMessage(await answerWithEngines(data));
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      scope.postMessage({ kind: 'crashed', revision, message: text });
    }
  });
};
scope.postMessage({ kind: 'ready' });

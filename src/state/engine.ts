import type { SnapshotView } from '../core/answers/page-first-view.ts';
import type { EditorQuestion } from '../core/editing/editor-question.ts';
import { readClientName } from '../core/ids/read-client-name.ts';
import type { SimRequest } from '../core/ir/request.ts';
import { sameData } from '../core/ir/same-data.ts';
import {
  type Analysis,
  type Answer,
  type Question,
  WorkerClient,
  type WorkerLike,
} from '../worker/client.ts';
import { type Asked, firstQuestion, hasClient, needsQuestion } from './first-question.ts';
import type { State, Work } from './model.ts';
import { type RequestReading, readRequest } from './request-fields.ts';
import { requestReading, sourcesOf, workOf } from './selectors.ts';
import { dismiss, notify, store, update } from './store.ts';
import { LONG, lengthOf } from './work-length.ts';

/**
 * Returns how long to wait after an edit before the analysis starts, in milliseconds. The time is longer for
 * large bundles.
 */
function pauseFor(state: State): number {
  const size = lengthOf(state.files);
  return size > 1_000_000 ? 250 : size > LONG ? 120 : 30;
}

/** Tickets of trace questions. Only the newest ticket of each slot counts. */
const tickets = { answer: 0, comparison: 0 };
let lastTicket = 0;
let client: WorkerClient | null = null;

type EditorReply = Extract<Answer, { kind: 'editor' }>;

/**
 * The callers that wait for an answer, by slot. A newer question of a slot leaves the older one unanswered.
 */
const waiting = new Map<
  string,
  { readonly ticket: number; readonly settle: (answer: Answer | null) => void }
>();

function settle(slot: string, answer: Answer | null): void {
  const waits = waiting.get(slot);
  waiting.delete(slot);
  waits?.settle(answer);
}

/** Asks a question of a slot. Returns null when a newer question replaced it, or the worker was lost. */
export function answerTo(slot: string, questionOf: (ticket: number) => Question): Promise<Answer | null> {
  return new Promise((done) => {
    settle(slot, null);
    if (!client) {
      done(null);
      return;
    }
    const ticket = ++lastTicket;
    waiting.set(slot, { ticket, settle: done });
    client.ask(slot, questionOf(ticket));
  });
}

/** Returns how long the page waits for a silent worker. `?patience=MS` sets it for tests. */
function patience(): number {
  const wanted = Number(new URLSearchParams(globalThis.location?.search ?? '').get('patience'));
  return Number.isFinite(wanted) && wanted >= 100 ? wanted : 60_000;
}

function createWorker(): WorkerLike {
  return new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Connects the store to the worker: sends texts and requests to the worker and stores its answers. Returns a
 * function that disconnects them.
 */
export function startEngine(create: () => WorkerLike = createWorker): () => void {
  const first = store.getState();
  let asked: Asked = { request: first.request, suggested: first.suggested, view: null, files: first.files };
  const mine = new WorkerClient({
    create,
    patience: patience(),
    onBusy: (busy) => {
      if (store.getState().busy !== busy) update({ busy });
    },
    onProgress: (done, total) => update({ reading: { done, total } }),
    onTrouble: ({ why, gone, message }) => {
      if (gone) {
        dismiss('worker-crashed');
        dismiss('worker-hung');
        notify({ name: 'worker-gone', message }, 'restart-worker');
      } else if (why === 'hung') notify({ name: 'worker-hung' });
      else notify({ name: 'worker-crashed', message });
      update({ reading: null });
      for (const slot of [...waiting.keys()]) settle(slot, null);
    },
    onAnswer: (answer) => {
      if (answer.kind === 'snapshot') {
        const { view, revision } = answer;
        const state = store.getState();
        // A partial view has no suggested request.
        const found = view.whole && needsQuestion(state, view, asked) ? firstQuestion(view) : null;
        // Does not ask the present request a second time.
        const question = found && sameData(found, state.request) ? null : found;
        const filled = question && {
          request: question,
          suggested: question,
          ...withoutGone(state, view),
          // There is no request, so an answer about earlier manifests is out of date.
          ...(question.url === '' ? { answer: null } : null),
        };
        update({ view, viewRevision: revision, reading: null, ...filled });
        const { request, suggested } = store.getState();
        if (view.whole) asked = { request, suggested, view, files: state.files };
        if (!question) askAll(store.getState());
      } else if (answer.kind === 'trace') {
        const shown = { revision: answer.revision, explained: answer.answer, way: answer.way };
        const slot = answer.ticket === tickets.answer ? 'answer' : 'comparison';
        if (answer.ticket === tickets[slot]) update((state) => ({ [slot]: kept(state[slot], shown) }));
      } else {
        for (const [slot, { ticket }] of waiting) if (ticket === answer.ticket) settle(slot, answer);
      }
    },
  });
  client = mine;
  const ask = (slot: 'answer' | 'comparison', request: SimRequest) => {
    tickets[slot] = ++lastTicket;
    const { language } = store.getState();
    mine.ask(slot, { kind: 'trace', ticket: tickets[slot], request, language });
  };
  const askAll = (state: State) => {
    const reading = requestReading(state);
    if (reading.ok) ask('answer', reading.request);
    const other = otherReading(state);
    if (other?.ok) ask('comparison', other.request);
  };
  /** The work of the last analysis. */
  let read: Work | null = null;
  const analyse = () => {
    const state = store.getState();
    read = workOf(state);
    mine.analyse(analysisOf(state));
  };
  const send = () => {
    if (lengthOf(store.getState().files) <= LONG) analyse();
    else
      void import('./large-work.ts')
        .then(
          ({ mayRead }) => mayRead(read),
          // Without its code there is no question.
          () => true,
        )
        .then((may) => may && client === mine && analyse());
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    // The findings need new sentences; the texts have not changed.
    if (state.language !== before.language) send();
    if (textsDiffer(state, before) || state.profile !== before.profile) {
      update({ revision: state.revision + 1 });
      clearTimeout(timer);
      timer = setTimeout(send, state.files.length === before.files.length ? pauseFor(state) : 0);
    }
    // A request that changes without the files is about the manifests on the page; one that changes with the
    // files is about the new manifests.
    if (
      state.request !== before.request &&
      state.viewRevision === state.revision &&
      !textsDiffer(state, before)
    )
      asked = { ...asked, request: state.request, suggested: state.suggested };
    if (
      state.request !== before.request ||
      state.compare !== before.compare ||
      state.kept !== before.kept ||
      state.language !== before.language ||
      state.sends !== before.sends
    ) {
      askAll(state);
    }
  });
  send();
  return () => {
    stop();
    clearTimeout(timer);
    mine.close();
    client = null;
    for (const slot of [...waiting.keys()]) settle(slot, null);
  };
}

/**
 * Returns the parts of the state to reset because a new first request leaves nothing to compare with: a
 * client that does not exist any more, or a request of other manifests.
 */
function withoutGone({ compare }: State, view: SnapshotView): Partial<State> {
  const client = compare === null ? null : readClientName(compare);
  const stays = client !== null && hasClient(view, client.namespace, client.workload);
  return { kept: null, ...(stays ? null : { compare: null, comparison: null }) };
}

/** Returns the request whose answer is shown next to the first one. Returns null when there is none. */
function otherReading({ kept, compare, request }: State): RequestReading | null {
  if (kept !== null) return readRequest(kept);
  return compare === null ? null : readRequest(request, compare);
}

/**
 * Returns the shown answer with the changed parts of the new one. Unchanged parts keep their identity, so
 * that React does not draw them again.
 */
function kept(before: State['answer'], after: NonNullable<State['answer']>): State['answer'] {
  if (!before) return after;
  const explained = sameData(before.explained, after.explained) ? before.explained : after.explained;
  const way = sameData(before.way, after.way) ? before.way : after.way;
  const { revision } = after;
  const isSame = explained === before.explained && way === before.way && revision === before.revision;
  return isSame ? before : { revision, explained, way };
}

function textsDiffer(state: State, before: State): boolean {
  if (state.files === before.files) return false;
  return (
    state.files.length !== before.files.length ||
    state.files.some(
      (file, at) => file.text !== before.files[at]?.text || file.name !== before.files[at]?.name,
    )
  );
}

/** Starts the worker again after the client gave up, and analyses the current texts. */
export function restartWorker(): void {
  dismiss('worker-gone');
  dismiss('reading-stopped');
  client?.revive();
  update(({ files }) => ({ files: files.map((file) => ({ ...file })) }));
  client?.analyse(analysisOf(store.getState()));
}

/**
 * Stops the analysis of the current texts. The page keeps the picture of the earlier texts and marks it as
 * out of date.
 */
export function stopReading(): void {
  client?.cancel();
  for (const slot of [...waiting.keys()]) settle(slot, null);
  update({ reading: null });
  notify({ name: 'reading-stopped' }, 'restart-worker');
}

/** Returns the question to the worker about the current texts. */
function analysisOf({ files, profile, revision, language }: State): Analysis {
  return { revision, sources: sourcesOf(files), profile, clusterDomain: 'cluster.local', language };
}

/**
 * Asks a question of the editor. Returns the answer with the revision of the texts that it is about. Returns
 * null when a newer question of the same kind came in between, or the worker was lost.
 */
export async function askWorker(question: EditorQuestion): Promise<EditorReply | null> {
  const answer = await answerTo(question.about, (ticket) => ({ kind: 'editor', ticket, question }));
  return answer?.kind === 'editor' ? answer : null;
}

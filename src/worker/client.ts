import type { SnapshotView } from '../core/answers/page-first-view.ts';
import type { ExplainLanguage } from '../core/explain/languages.ts';
import type { Source } from '../core/text/source.ts';
import { patchView } from './patch-view.ts';
import type { FromWorker, SentSource, ToWorker } from './protocol.ts';

/** The part of a `Worker` that the client uses. Tests provide another implementation. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The messages that the page receives. */
export type Answer =
  | { readonly kind: 'snapshot'; readonly revision: number; readonly view: SnapshotView }
  | Exclude<FromWorker, { kind: 'ready' | 'crashed' | 'snapshot' | 'progress' }>;

export interface ClientOptions {
  readonly create: () => WorkerLike;
  readonly onAnswer: (answer: Answer) => void;
  /** Called when the worker was lost. The client has restarted it unless `gone` is true. */
  readonly onTrouble: (trouble: {
    readonly why: 'hung' | 'crashed';
    readonly gone: boolean;
    readonly message: string;
  }) => void;
  readonly onBusy: (busy: boolean) => void;
  /** Reports the progress of the analysis, in documents. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Milliseconds without a message after which the client treats a worker as hung. */
  readonly patience?: number;
}

/** The parameters of an analysis, with all texts. */
export interface Analysis {
  readonly revision: number;
  readonly sources: readonly Source[];
  readonly profile: string;
  readonly clusterDomain: string;
  /** The language of the findings. */
  readonly language: ExplainLanguage;
}

/** Questions of a slot. Only the newest question of each slot matters. */
export type Question = Exclude<ToWorker, { kind: 'analyse' }>;

/**
 * The limit is long because a slow or busy machine can work silently for seconds. The user can end the
 * analysis earlier.
 */
const PATIENCE = 60_000;
const MOST_LOSSES = 3;

/**
 * Sends messages to the worker. It asks one question at a time, so that a newer text replaces one that still
 * waits, and sends only texts that changed. The client does not interrupt a worker that reports progress. It
 * replaces a worker that is silent for long, and gives the last good text to the new one.
 */
export class WorkerClient {
  private readonly options: ClientOptions;
  private worker: WorkerLike | null = null;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: Analysis | Question | null = null;
  private waiting: Analysis | null = null;
  private readonly questions = new Map<string, Question>();
  /** The texts that the running worker has. */
  private known = new Map<string, string>();
  /** The view that the running worker sent last. */
  private view: SnapshotView | null = null;
  private lastGood: Analysis | null = null;
  private losses = 0;
  /** True when a worker was lost while it made a whole view. A new worker would be lost, too. */
  private wholeViewLost = false;

  constructor(options: ClientOptions) {
    this.options = options;
    this.start();
  }

  /** Asks for an analysis. Drops an analysis that still waits. */
  analyse(analysis: Analysis): void {
    this.waiting = analysis;
    this.next();
  }

  /** Asks a question about the newest text. Drops an older question of the same slot. */
  ask(slot: string, question: Question): void {
    this.questions.set(slot, question);
    this.next();
  }

  /** Starts the worker again after the client gave up. */
  revive(): void {
    this.losses = 0;
    this.wholeViewLost = false;
    if (this.worker === null) this.start();
    this.next();
  }

  /** Cancels the present analysis. Questions are about the last good text then. */
  cancel(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    if (this.isAtWholeView()) this.wholeViewLost = true;
    this.asked = null;
    this.waiting = this.lastGood;
    this.options.onBusy(false);
    this.start();
  }

  /** Ends the worker. */
  close(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
  }

  private start(): void {
    const worker = this.options.create();
    this.ready = false;
    this.known = new Map();
    this.view = null;
    worker.onmessage = ({ data }) => {
      if (worker === this.worker) this.receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this.worker) this.lose('crashed', event.message ?? '');
    };
    this.worker = worker;
  }

  private next(): void {
    if (!this.worker || !this.ready || this.asked !== null) return;
    if (this.waiting) {
      this.asked = this.waiting;
      this.waiting = null;
      this.worker.postMessage(this.messageOf(this.asked));
    } else {
      const [slot] = this.questions.keys();
      const question = slot === undefined ? undefined : this.questions.get(slot);
      if (slot === undefined || !question || !this.lastGood) {
        this.options.onBusy(false);
        return;
      }
      this.questions.delete(slot);
      this.asked = question;
      this.worker.postMessage(question);
    }
    this.options.onBusy(true);
    this.waitForLife();
  }

  private waitForLife(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lose('hung', ''), this.options.patience ?? PATIENCE);
  }

  private messageOf(analysis: Analysis): ToWorker {
    const sources = analysis.sources.map(
      ({ file, text }): SentSource => (this.known.get(file) === text ? { file } : { file, text }),
    );
    this.known = new Map(analysis.sources.map(({ file, text }) => [file, text]));
    return { kind: 'analyse', ...analysis, sources };
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.ready = true;
      this.next();
      return;
    }
    if (message.kind === 'progress') {
      this.waitForLife();
      this.options.onProgress?.(message.done, message.total);
      return;
    }
    if (message.kind === 'crashed') {
      this.lose('crashed', message.message);
      return;
    }
    clearTimeout(this.timer);
    const { asked } = this;
    this.asked = null;
    this.losses = 0;
    if (asked && 'sources' in asked) this.lastGood = asked;
    if (message.kind === 'snapshot') {
      this.view = patchView(this.view, message.patch);
      // The whole view of a snapshot is not needed when a newer text waits.
      if (!this.waiting) {
        this.options.onAnswer({ kind: 'snapshot', revision: message.revision, view: this.view });
        // Requests take precedence over the whole view.
        if (!this.view.whole && this.lastGood && !this.wholeViewLost)
          this.questions.set('whole-view', { kind: 'whole-view', language: this.lastGood.language });
      }
    } else this.options.onAnswer(message);
    this.next();
  }

  private isAtWholeView(): boolean {
    return this.asked !== null && 'kind' in this.asked && this.asked.kind === 'whole-view';
  }

  private lose(why: 'hung' | 'crashed', message: string): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    const lost = this.asked && 'sources' in this.asked ? this.asked : null;
    if (this.isAtWholeView()) this.wholeViewLost = true;
    this.asked = null;
    this.losses++;
    const gone = this.losses >= MOST_LOSSES;
    this.options.onTrouble({ why, gone, message });
    if (gone) {
      this.options.onBusy(false);
      return;
    }
    // The client does not try the text again that hung or crashed the worker. It sends the last good text, so
    // that requests are still answered. Without a good text the cause may be a slow start.
    this.waiting ??= this.lastGood ?? lost;
    this.start();
  }
}

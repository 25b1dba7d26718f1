import type { AnalysisAnswer, AnalysisQuestion } from './analysis-protocol.ts';

/** The used part of a `Worker`. Tests provide another implementation. */
export interface AnalysisWorker {
  postMessage(message: AnalysisQuestion): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<AnalysisAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A question without its ticket. */
export type Asked =
  | Omit<Extract<AnalysisQuestion, { kind: 'reach' }>, 'ticket'>
  | Omit<Extract<AnalysisQuestion, { kind: 'difference' }>, 'ticket'>
  | Omit<Extract<AnalysisQuestion, { kind: 'conversion' }>, 'ticket'>;

/**
 * Asks one question at a time over all requests. A new question ends the thread that is still busy with an
 * older one: its answer is not needed any more, and there is no other way to interrupt the work.
 */
export class AnalysisClient {
  private worker: AnalysisWorker | null = null;
  private ticket = 0;
  private busy = false;
  private readonly create: () => AnalysisWorker;
  private readonly onAnswer: (answer: AnalysisAnswer) => void;

  constructor(create: () => AnalysisWorker, onAnswer: (answer: AnalysisAnswer) => void) {
    this.create = create;
    this.onAnswer = onAnswer;
  }

  /** Asks a question. Cancels the previous question if it is not answered yet. */
  ask(question: Asked): void {
    if (this.busy) this.cancel();
    const worker = this.worker ?? this.start();
    this.busy = true;
    worker.postMessage({ ...question, ticket: ++this.ticket });
  }

  /** Cancels the last question. Does nothing when it is already answered. */
  cancel(): void {
    if (!this.busy) return;
    this.worker?.terminate();
    this.worker = null;
    this.busy = false;
  }

  /** Ends the thread, even if it is busy. */
  close(): void {
    this.worker?.terminate();
    this.worker = null;
    this.busy = false;
  }

  private start(): AnalysisWorker {
    const worker = this.create();
    worker.onmessage = ({ data }) => {
      if (worker !== this.worker || data.ticket !== this.ticket) return;
      if (data.kind !== 'progress') this.busy = false;
      this.onAnswer(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker !== this.worker) return;
      worker.terminate();
      this.worker = null;
      this.busy = false;
      this.onAnswer({ kind: 'crashed', ticket: this.ticket, message: event.message ?? '' });
    };
    this.worker = worker;
    return worker;
  }
}

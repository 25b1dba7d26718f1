import type { NearMiss } from '../core/answers/near-misses.ts';
import type { EditorAnswer, EditorQuestion } from '../core/editing/editor-question.ts';
import type { ExplainedTrace } from '../core/explain/explained-trace.ts';
import type { ExplainLanguage } from '../core/explain/languages.ts';
import type { TraceWay } from '../core/graph/graph-model.ts';
import type { SimRequest } from '../core/ir/request.ts';
import type { ViewPatch } from './view-patch.ts';

/** A source as it crosses to the worker: without a text it is the one the worker has under that name. */
export interface SentSource {
  readonly file: string;
  readonly text?: string;
}

/** What the page asks of the worker; it answers one question at a time, in order. */
export type ToWorker =
  | {
      readonly kind: 'analyse';
      readonly revision: number;
      /** The whole bundle in order; a file that is not in it is gone. */
      readonly sources: readonly SentSource[];
      readonly profile: string;
      readonly clusterDomain: string;
      /** Of what is said about findings. */
      readonly language: ExplainLanguage;
    }
  /** The whole view of the newest texts, after one that is not whole. */
  | { readonly kind: 'whole-view'; readonly language: ExplainLanguage }
  | {
      readonly kind: 'trace';
      readonly ticket: number;
      readonly request: SimRequest;
      /** Of the sentences in the answer. */
      readonly language: ExplainLanguage;
    }
  /** The request of a RouteTest case, by its suite and its index there. */
  | {
      readonly kind: 'case-request';
      readonly ticket: number;
      readonly file: string;
      readonly suite: string;
      readonly index: number;
    }
  /** What would make the candidates that a request missed match. */
  | { readonly kind: 'near-misses'; readonly ticket: number; readonly request: SimRequest }
  /** What only the editor wants to know, when it does. */
  | { readonly kind: 'editor'; readonly ticket: number; readonly question: EditorQuestion };

export type FromWorker =
  /** The worker's code has been loaded. */
  | { readonly kind: 'ready' }
  /** The worker is at an analysis: documents read, of all; `done` is `total` while it makes the tables. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** What changed since the last view of this worker; the answer to `analyse` and to `whole-view`. */
  | { readonly kind: 'snapshot'; readonly revision: number; readonly patch: ViewPatch }
  | {
      readonly kind: 'trace';
      readonly ticket: number;
      /** Revision of the text that answered. */
      readonly revision: number;
      readonly answer: ExplainedTrace;
      readonly way: TraceWay;
    }
  | { readonly kind: 'case-request'; readonly ticket: number; readonly request: SimRequest | null }
  | {
      readonly kind: 'near-misses';
      readonly ticket: number;
      /** Revision of the text that answered. */
      readonly revision: number;
      readonly misses: readonly NearMiss[];
    }
  | {
      readonly kind: 'editor';
      readonly ticket: number;
      /** Revision of the text that answered. */
      readonly revision: number;
      readonly answer: EditorAnswer;
    }
  /** Our own bug, never the user's fault: the page says so and restarts the worker. */
  | { readonly kind: 'crashed'; readonly revision: number; readonly message: string };

import type { PageTrace } from '../core/answers/candidate-page.ts';
import type { NearMiss } from '../core/answers/near-misses.ts';
import type { NodeEdit, NodeQuestion } from '../core/answers/node-edits.ts';
import type { EditorAnswer, EditorQuestion } from '../core/editing/editor-question.ts';
import type { TraceDifference } from '../core/explain/compare-traces.ts';
import type { FindingReport } from '../core/explain/finding-report.ts';
import type { ExplainLanguage } from '../core/explain/languages.ts';
import type { TraceWay } from '../core/graph/graph-model.ts';
import type { SimRequest } from '../core/ir/request.ts';
import type { Candidate } from '../core/ir/trace.ts';
import type { ViewPatch } from './view-patch.ts';

/**
 * A source in a message to the worker. Without a text, the worker uses the text that it has under that name.
 */
export interface SentSource {
  readonly file: string;
  readonly text?: string;
}

/** A message to the worker. The worker answers one message at a time, in order. */
export type ToWorker =
  | {
      readonly kind: 'analyse';
      readonly revision: number;
      /** The whole bundle in order. A file that is missing here does not exist any more. */
      readonly sources: readonly SentSource[];
      readonly profile: string;
      readonly clusterDomain: string;
      /** The language of the findings. */
      readonly language: ExplainLanguage;
    }
  /** Asks for the whole view of the newest texts, after a partial view. */
  | { readonly kind: 'whole-view'; readonly language: ExplainLanguage }
  | {
      readonly kind: 'trace';
      readonly ticket: number;
      readonly request: SimRequest;
      /** The language of the sentences in the answer. */
      readonly language: ExplainLanguage;
    }
  /** Asks for the request of a RouteTest case, by its suite and its index there. */
  | {
      readonly kind: 'case-request';
      readonly ticket: number;
      readonly file: string;
      readonly suite: string;
      readonly index: number;
    }
  /** Asks for the changes that make the missed candidates of a request match, of the first `most` of them. */
  | {
      readonly kind: 'near-misses';
      readonly ticket: number;
      readonly request: SimRequest;
      readonly most: number;
    }
  /** Asks for the changes of the manifests after which a request that fails is answered. */
  | {
      readonly kind: 'cures';
      readonly ticket: number;
      readonly request: SimRequest;
      /** The language of the titles. */
      readonly language: ExplainLanguage;
    }
  /** Asks for the edits of the manifests that a node of the graph offers. */
  | {
      readonly kind: 'node-edits';
      readonly ticket: number;
      readonly question: NodeQuestion;
      /** The language of the titles. */
      readonly language: ExplainLanguage;
    }
  /** Asks for the text of a resource as written. */
  | { readonly kind: 'resource-text'; readonly ticket: number; readonly resource: string }
  /** Asks for the candidates of a request from one index up to another. */
  | {
      readonly kind: 'candidates';
      readonly ticket: number;
      readonly request: SimRequest;
      readonly from: number;
      readonly to: number;
    }
  /** Asks for the first difference between the answers to two requests. */
  | {
      readonly kind: 'comparison';
      readonly ticket: number;
      readonly requests: readonly [SimRequest, SimRequest];
    }
  /** A question of the editor. */
  | { readonly kind: 'editor'; readonly ticket: number; readonly question: EditorQuestion };

export type FromWorker =
  /** Reports that the worker's code is loaded. */
  | { readonly kind: 'ready' }
  /**
   * Reports the progress of an analysis: documents read, of all. `done` equals `total` while the worker
   * compiles the tables.
   */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** The changes since this worker's last view: the answer to `analyse` and to `whole-view`. */
  | { readonly kind: 'snapshot'; readonly revision: number; readonly patch: ViewPatch }
  | {
      readonly kind: 'trace';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly answer: PageTrace;
      readonly way: TraceWay;
    }
  | { readonly kind: 'case-request'; readonly ticket: number; readonly request: SimRequest | null }
  | {
      readonly kind: 'near-misses';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly misses: readonly NearMiss[];
    }
  | {
      readonly kind: 'cures';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly cures: FindingReport['fixes'];
    }
  | {
      readonly kind: 'node-edits';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly edits: readonly NodeEdit[];
    }
  /** The text is null when the manifests do not declare the resource. */
  | { readonly kind: 'resource-text'; readonly ticket: number; readonly text: string | null }
  | {
      readonly kind: 'candidates';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly kind: 'comparison';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly difference: TraceDifference | null;
    }
  | {
      readonly kind: 'editor';
      readonly ticket: number;
      /** Revision of the text that the answer is about. */
      readonly revision: number;
      readonly answer: EditorAnswer;
    }
  /** A bug of this program, never an error of the user. The page shows it and restarts the worker. */
  | { readonly kind: 'crashed'; readonly revision: number; readonly message: string };

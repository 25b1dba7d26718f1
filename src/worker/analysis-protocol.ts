import type { DifferenceReport } from '../core/answers/report-difference.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import type { FindingReport } from '../core/explain/finding-report.ts';
import type { ExplainLanguage } from '../core/explain/languages.ts';
import type { Source } from '../core/text/source.ts';

/** What is asked over all requests; `ticket` tells questions apart. */
export type AnalysisQuestion =
  | {
      readonly kind: 'reach';
      readonly ticket: number;
      readonly sources: readonly Source[];
      readonly profile: string;
      readonly clusterDomain: string;
      /** Of what is said about findings. */
      readonly language: ExplainLanguage;
    }
  | {
      readonly kind: 'difference';
      readonly ticket: number;
      readonly before: readonly Source[];
      readonly after: readonly Source[];
      readonly profile: string;
      readonly clusterDomain: string;
    };

export type AnalysisAnswer =
  | { readonly kind: 'progress'; readonly ticket: number; readonly done: number; readonly total: number }
  | {
      readonly kind: 'reach';
      readonly ticket: number;
      readonly tables: readonly TableReachReport[];
      /** Rules and matches that nothing reaches. */
      readonly findings: readonly FindingReport[];
    }
  | { readonly kind: 'difference'; readonly ticket: number; readonly difference: DifferenceReport }
  /** Our own bug, never the user's fault. */
  | { readonly kind: 'crashed'; readonly ticket: number; readonly message: string };

import type { DifferenceReport } from '../core/answers/report-difference.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import type { ConversionReport } from '../core/convert/report-conversion.ts';
import type { FindingReport } from '../core/explain/finding-report.ts';
import type { ExplainLanguage } from '../core/explain/languages.ts';
import type { Source } from '../core/text/source.ts';

/** A question over all requests. `ticket` identifies the question. */
export type AnalysisQuestion =
  | {
      readonly kind: 'reach';
      readonly ticket: number;
      readonly sources: readonly Source[];
      readonly profile: string;
      readonly clusterDomain: string;
      /** The language of the findings. */
      readonly language: ExplainLanguage;
    }
  | {
      readonly kind: 'difference';
      readonly ticket: number;
      readonly before: readonly Source[];
      readonly after: readonly Source[];
      readonly profile: string;
      readonly clusterDomain: string;
    }
  | {
      readonly kind: 'conversion';
      readonly ticket: number;
      readonly sources: readonly Source[];
      readonly profile: string;
      readonly clusterDomain: string;
      /** The profile of the target. Null means that of the manifests. */
      readonly target: string | null;
      /** Null lets the conversion choose. */
      readonly gatewayClass: string | null;
    };

export type AnalysisAnswer =
  | { readonly kind: 'progress'; readonly ticket: number; readonly done: number; readonly total: number }
  | {
      readonly kind: 'reach';
      readonly ticket: number;
      readonly tables: readonly TableReachReport[];
      /** Findings about rules and matches that no request reaches. */
      readonly findings: readonly FindingReport[];
    }
  | { readonly kind: 'difference'; readonly ticket: number; readonly difference: DifferenceReport }
  | { readonly kind: 'conversion'; readonly ticket: number; readonly conversion: ConversionReport }
  /** A bug of this program, never an error of the user. */
  | { readonly kind: 'crashed'; readonly ticket: number; readonly message: string };

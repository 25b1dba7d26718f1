import type { SimRequest } from '../core/ir/request.ts';
import type { ConditionExpectation, Expectation } from '../core/routetest/suite.ts';

/** A manifest file as a lesson shows it. */
export interface LessonFile {
  readonly name: string;
  readonly text: string;
}

/** A state of the app: what is in the editor, what is asked, and where to look. */
export interface LessonState {
  readonly files: readonly LessonFile[];
  /** Name of the file to show. */
  readonly open: string;
  readonly request: SimRequest;
  /** A second client (`ns` or `ns/workload`); null: none. */
  readonly compare: string | null;
  /** Tab of the answer pane. */
  readonly tab: string;
  /** Step of the request flow to highlight; null: none. */
  readonly highlight: number | null;
}

/** One step of a lesson, with what must be true of its state. */
export interface LessonStep extends LessonState {
  readonly expect: Expectation;
  readonly conditions: readonly ConditionExpectation[];
  /** Codes of the errors that its manifests deserve; there are no others. */
  readonly findings: readonly string[];
}

/** What the reader is asked at the end: to choose, or to bring about an outcome. */
export type Question =
  | {
      readonly kind: 'choice';
      readonly state: LessonState;
      readonly choices: readonly string[];
      readonly answer: string;
    }
  | {
      readonly kind: 'make';
      readonly state: LessonState;
      readonly expect: Expectation;
      /** One way to do it; a test takes it. */
      readonly solution: Pick<LessonState, 'files' | 'request'>;
    };

export interface LessonLink {
  readonly title: string;
  readonly url: string;
}

/** What a lesson is in every language: its states, its question, its links. */
export interface LessonPlan {
  readonly steps: readonly LessonStep[];
  readonly question: Question;
  readonly links: readonly LessonLink[];
}

/** A piece of running text. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** A heading and what stands below it. */
export interface Section {
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** What a lesson says in one language. */
export interface LessonProse {
  readonly title: string;
  readonly goal: readonly Inline[];
  readonly steps: readonly Section[];
  readonly question: Section;
  /** By choice: its words and the feedback for it; for a thing to make: `hint` and `done`. */
  readonly answers: ReadonlyMap<string, Section>;
}

export interface Lesson {
  readonly plan: LessonPlan;
  readonly prose: LessonProse;
}

/** A mistake of a lesson's author. */
export interface Fault {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

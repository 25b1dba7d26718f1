import type { SimRequest } from '../core/ir/request.ts';
import type { ConditionExpectation, Expectation } from '../core/routetest/suite.ts';

/** A manifest file of a lesson. */
export interface LessonFile {
  readonly name: string;
  readonly text: string;
}

/** A state of the page: the content of the editor, the request, and the part to look at. */
export interface LessonState {
  readonly files: readonly LessonFile[];
  /** Name of the file to show. */
  readonly open: string;
  readonly request: SimRequest;
  /** A second client (`ns` or `ns/workload`). Null when there is none. */
  readonly compare: string | null;
  /** Tab of the answer pane. */
  readonly tab: string;
  /** Step of the request flow to highlight. Null when there is none. */
  readonly highlight: number | null;
}

/** One step of a lesson, with the facts that must hold in its state. */
export interface LessonStep extends LessonState {
  readonly expect: Expectation;
  readonly conditions: readonly ConditionExpectation[];
  /** Codes of the errors in its manifests. There must be no others. */
  readonly findings: readonly string[];
}

/** The task at the end of a lesson: to choose an answer, or to produce an outcome. */
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
      /** One possible solution. A test runs it. */
      readonly solution: Pick<LessonState, 'files' | 'request'>;
    };

export interface LessonLink {
  readonly title: string;
  readonly url: string;
}

/** The parts of a lesson that all languages share: its states, its question, its links. */
export interface LessonPlan {
  readonly steps: readonly LessonStep[];
  readonly question: Question;
  readonly links: readonly LessonLink[];
}

/** A piece of inline text. */
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

/** A heading and the text below it. */
export interface Section {
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** The text of a lesson in one language. */
export interface LessonProse {
  readonly title: string;
  readonly goal: readonly Inline[];
  readonly steps: readonly Section[];
  readonly question: Section;
  /** By choice: its text and the feedback for it. For a task: `hint` and `done`. */
  readonly answers: ReadonlyMap<string, Section>;
}

export interface Lesson {
  readonly plan: LessonPlan;
  readonly prose: LessonProse;
}

/** A mistake in the source of a lesson. */
export interface Fault {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

import type { SnapshotView } from '../core/answers/page-first-view.ts';
import type { DifferenceReport } from '../core/answers/report-difference.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import type { ExplainedTrace } from '../core/explain/explained-trace.ts';
import type { FindingReport } from '../core/explain/finding-report.ts';
import type { TraceWay } from '../core/graph/graph-model.ts';
import type { Notice } from './notice.ts';
import type { RequestFields } from './request-fields.ts';

/** One named text of the bundle. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The tabs of the lower right pane, in their order. */
export const TABS = ['trace', 'problems', 'routes', 'status', 'tests', 'changes'] as const;
export type Tab = (typeof TABS)[number];

/** The panes of the page; on small screens one is shown at a time. */
export const PANES = ['manifests', 'graph', 'request'] as const;
export type Pane = (typeof PANES)[number];

export type Theme = 'light' | 'dark' | 'system';
export const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

export type Language = 'en' | 'zh-Hant' | 'zh-Hans';
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hant', 'zh-Hans'];
/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** Dialogs over the page, of which one can be open. */
export type Dialog = 'share' | 'history' | 'cluster' | 'commands' | 'keys';

/**
 * What the page is for: `edit` is the whole page, `read` shows manifests that cannot be changed, `embed` is the answer
 * and the graph in somebody else's page. Only `edit` keeps or loads the user's work.
 */
export type PageMode = 'edit' | 'read' | 'embed';

/** A place to show in the editor; `ticket` tells two visits of the same place apart. */
export interface Reveal {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly ticket: number;
}

/** An answer of the simulator with the request it belongs to. */
export interface Answer {
  /** Revision of the texts that it is about. */
  readonly revision: number;
  readonly explained: ExplainedTrace;
  readonly way: TraceWay;
}

/** What the user made: saved, shared, and restored by undo. */
export interface Work {
  readonly files: readonly TextFile[];
  /** Name of the file in the editor. */
  readonly active: string;
  readonly request: RequestFields;
  /** `ns` or `ns/workload` whose answer stands beside the first one; null: none. */
  readonly compare: string | null;
  readonly profile: string;
}

export const SPEEDS = [0.5, 1, 2] as const;
export type Speed = (typeof SPEEDS)[number];

/** How the page looks; kept on this device only. */
interface Looks {
  readonly theme: Theme;
  readonly language: Language;
  /** Percentages of the three columns by pane; empty: the defaults. */
  readonly columns: Readonly<Record<string, number>>;
  /** Whether the editor shows what defaults fill in. */
  readonly ghosts: boolean;
  /** How fast a request is played; 1 is a step in 1.4 seconds. */
  readonly speed: Speed;
}

/** Where the reader is in a lesson. */
export interface LessonPlace {
  readonly name: string;
  /** Counts from 1; the one behind the last step is the question. */
  readonly step: number;
}

/** What the analysis says and how current it is. */
interface Analysis {
  /** Counts changes of texts and profile. */
  readonly revision: number;
  /** The last good snapshot; null before the first. */
  readonly view: SnapshotView | null;
  /** Revision of `view`; below `revision` while a newer one is on its way. */
  readonly viewRevision: number;
  readonly answer: Answer | null;
  readonly comparison: Answer | null;
  /** True while the worker has not answered what was asked last. */
  readonly busy: boolean;
  /** How far the reading of the texts is, in documents; null: nothing has been told. */
  readonly reading: { readonly done: number; readonly total: number } | null;
}

/** What holds for all requests, for one state of the texts. */
interface Study {
  /** What can reach each entry; null before the first answer. `revision` is that of the texts it is about. */
  readonly reach: {
    readonly revision: number;
    /** In which the findings are told. */
    readonly language: Language;
    readonly tables: readonly TableReachReport[];
    readonly findings: readonly FindingReport[];
  } | null;
  /** The texts that the present ones are compared with. */
  readonly baseline: readonly TextFile[];
  readonly difference: {
    readonly revision: number;
    readonly baseline: readonly TextFile[];
    readonly report: DifferenceReport;
  } | null;
  /** What is being worked out; `total` 0: not known yet. `stopped`: the user gave it up. */
  readonly studying: {
    readonly what: 'reach' | 'difference';
    readonly done: number;
    readonly total: number;
    readonly stopped: boolean;
  } | null;
}

export interface State extends Work, Looks, Analysis, Study {
  readonly mode: PageMode;
  readonly tab: Tab;
  /** The pane shown on small screens. */
  readonly pane: Pane;
  /** Id of the selected graph node. */
  readonly selected: string | null;
  /** Whether the user chose it, or it is only where the cursor in the text stands. */
  readonly selectedBy: 'choice' | 'cursor';
  readonly reveal: Reveal | null;
  /** The request that the page filled in by itself last; null: none. */
  readonly suggested: RequestFields | null;
  /** A request whose answer stands beside the present one; goes before `compare`. */
  readonly kept: RequestFields | null;
  /** Step of the request flow that is highlighted (1…6). */
  readonly highlightStep: number | null;
  /** Whether the request is played along its steps; `paused` holds what moves where it is. */
  readonly play: 'stopped' | 'playing' | 'paused';
  readonly notices: readonly Notice[];
  /** Work that `undo` brings back, newest last. */
  readonly history: readonly (Work & Pick<Study, 'baseline'>)[];
  /** The open lesson; while there is one, nothing is saved. */
  readonly lesson: LessonPlace | null;
  /** True when earlier work is kept aside and can be brought back. */
  readonly hasKept: boolean;
  /** The dialog over the page; null: none. */
  readonly dialog: Dialog | null;
  /** Version of the API server at the page's own origin; null: none answers. */
  readonly cluster: string | null;
  /** Increases when the user presses "Send request". */
  readonly sends: number;
}

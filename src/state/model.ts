import type { PageTrace } from '../core/answers/candidate-page.ts';
import type { SnapshotView } from '../core/answers/page-first-view.ts';
import type { DifferenceReport } from '../core/answers/report-difference.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import type { ConversionReport } from '../core/convert/report-conversion.ts';
import type { FindingReport } from '../core/explain/finding-report.ts';
import type { TraceWay } from '../core/graph/graph-model.ts';
import type { Notice } from './notice.ts';
import type { RequestFields } from './request-fields.ts';

/** One named text of the bundle. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A set of files with a name for the user: its folder, or the names of its files. */
export interface Version {
  readonly name: string;
  readonly files: readonly TextFile[];
  /** True when these files are on the page. */
  readonly present: boolean;
}

/** Two sets of files that declare the same resources. */
export interface Versions {
  readonly before: Version;
  readonly after: Version;
}

/**
 * The tabs of the views, in their order. The trace is always visible if there is enough space. `move` is there
 * if the manifests have Ingresses.
 */
export const TABS = ['trace', 'problems', 'routes', 'status', 'tests', 'changes', 'move'] as const;
export type Tab = (typeof TABS)[number];

/** The panes of the page. On small screens one is shown at a time, or the view of a tab in place of `request`. */
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

/** Dialogs over the page. At most one is open. */
export type Dialog = 'share' | 'history' | 'cluster' | 'commands' | 'keys' | 'large' | 'versions';

/**
 * The purpose of the page. `edit` is the whole page. `read` shows manifests that cannot be changed. `embed`
 * shows the answer and the graph in another page. Only `edit` saves or loads the user's work.
 */
export type PageMode = 'edit' | 'read' | 'embed';

/** A place to show in the editor. `ticket` distinguishes two visits of the same place. */
export interface Reveal {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly ticket: number;
}

/** An answer of the simulator with its request. */
export interface Answer {
  /** Revision of the texts that the answer is about. */
  readonly revision: number;
  readonly explained: PageTrace;
  readonly way: TraceWay;
}

/** The user's work: saved, shared, and restored by undo. */
export interface Work {
  readonly files: readonly TextFile[];
  /** Name of the file in the editor. */
  readonly active: string;
  readonly request: RequestFields;
  /** `ns` or `ns/workload` whose answer is shown next to the first one. Null when there is none. */
  readonly compare: string | null;
  readonly profile: string;
}

export const SPEEDS = [0.5, 1, 2] as const;
export type Speed = (typeof SPEEDS)[number];

/** The appearance of the page, stored on this device only. */
interface Looks {
  readonly theme: Theme;
  readonly language: Language;
  /**
   * Widths of the three columns in percent, by pane, and the height of the `drawer` in percent. An empty record
   * means the defaults.
   */
  readonly columns: Readonly<Record<string, number>>;
  /** Whether the editor shows the defaults of missing fields. */
  readonly ghosts: boolean;
  /** The speed of the animation. 1 means 1.4 seconds for each step. */
  readonly speed: Speed;
}

/** The reader's place in a lesson. */
export interface LessonPlace {
  readonly name: string;
  /** Counts from 1. The number after the last step is the question. */
  readonly step: number;
}

/** The result of the analysis and how current it is. */
interface Analysis {
  /** Counts changes of texts and profile. */
  readonly revision: number;
  /** The last good snapshot; null before the first. */
  readonly view: SnapshotView | null;
  /** Revision of `view`. It is less than `revision` while a newer view is being computed. */
  readonly viewRevision: number;
  readonly answer: Answer | null;
  readonly comparison: Answer | null;
  /** True while the worker has not answered the last question. */
  readonly busy: boolean;
  /** Progress of the analysis, in documents. Null when the worker has not reported any. */
  readonly reading: { readonly done: number; readonly total: number } | null;
}

/** The results about all requests, for one state of the texts. */
interface Study {
  /**
   * The requests that can reach each entry. Null before the first answer. `revision` is the revision of the
   * analysed texts.
   */
  readonly reach: {
    readonly revision: number;
    /** The language of the findings. */
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
  /**
   * The question that is being computed. A `total` of 0 means that the amount of work is not known yet.
   * `stopped` means that the user cancelled it.
   */
  readonly studying: {
    readonly what: 'reach' | 'difference';
    readonly done: number;
    readonly total: number;
    readonly stopped: boolean;
  } | null;
}

/** What a conversion is made from. */
export interface ConversionQuestion {
  readonly files: readonly TextFile[];
  /** The profile of the page. */
  readonly profile: string;
  /** Name of the profile of the target. Null means that of the page. */
  readonly target: string | null;
  /** Name of the GatewayClass. The empty name lets the conversion choose. */
  readonly gatewayClass: string;
}

/** The view that moves Ingresses to Gateway API. */
export interface Move extends Pick<ConversionQuestion, 'target' | 'gatewayClass'> {
  /** The conversion that is being computed, or that was not completed. Null when there is an answer. */
  readonly asked: (ConversionQuestion & { readonly state: 'working' | 'stopped' | 'failed' }) | null;
  /** The last conversion. Null before the first. */
  readonly result: { readonly about: ConversionQuestion; readonly report: ConversionReport } | null;
  /** Name of the file with the adopted resources. Null before they are adopted. */
  readonly adopted: string | null;
}

export interface State extends Work, Looks, Analysis, Study {
  readonly mode: PageMode;
  readonly tab: Tab;
  /** The pane shown on small screens. */
  readonly pane: Pane;
  /** Id of the selected graph node. */
  readonly selected: string | null;
  /** `choice` when the user selected the node, `cursor` when the editor's cursor selects it. */
  readonly selectedBy: 'choice' | 'cursor';
  readonly reveal: Reveal | null;
  /** The last request that the page filled in. Null when there is none. */
  readonly suggested: RequestFields | null;
  /** A request whose answer is shown next to the present one. Takes precedence over `compare`. */
  readonly kept: RequestFields | null;
  /** Step of the request flow that is highlighted (1…6). */
  readonly highlightStep: number | null;
  /** State of the animation. `paused` keeps the moving parts in place. */
  readonly play: 'stopped' | 'playing' | 'paused';
  readonly notices: readonly Notice[];
  /** The work that `undo` restores, newest last. */
  readonly history: readonly (Work & Pick<Study, 'baseline'>)[];
  /** Increases when the user moves to a step of the request flow. The browser's history records these moves. */
  readonly stepped: number;
  /** Increases when an example opens. */
  readonly opened: number;
  /** True while the page is presented: larger text, and keys that go through the steps. */
  readonly presenting: boolean;
  /** The open lesson. The page saves nothing while a lesson is open. */
  readonly lesson: LessonPlace | null;
  /** True when an earlier work is saved and can be restored. */
  readonly hasKept: boolean;
  /** The dialog over the page. Null when there is none. */
  readonly dialog: Dialog | null;
  /** The files of the dialog `large`, which asks what to open of them. Null when it asks nothing. */
  readonly large: readonly TextFile[] | null;
  /** Two versions of the same resources. The dialog `versions` asks whether to compare them. */
  readonly versions: Versions | null;
  /** Version of the API server at the page's own origin. Null when none answers. */
  readonly cluster: string | null;
  /** Null before the view was opened. */
  readonly move: Move | null;
  /** Increases when the user presses "Send request". */
  readonly sends: number;
}

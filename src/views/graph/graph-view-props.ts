import type { GraphMarks } from '../../core/graph/graph-marks.ts';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import type { Language } from '../../state/model.ts';

/** The props of the route graph. Its own state is only its viewport, search and collapsed namespaces. */
export interface GraphViewProps {
  /** The last good graph. Null before the first, when the frame is empty. */
  readonly graph: GraphModel | null;
  /**
   * The way of the present answer. Null highlights nothing. Its client is drawn even if the graph has none.
   */
  readonly way: TraceWay | null;
  /** The way of the request that is compared with the current one. */
  readonly secondWay?: TraceWay | null;
  /** Dead rules, changes and failing tests, for the marks of cards. */
  readonly marks?: GraphMarks | null;
  /** The name of the manifests that the mark of changes compares with. */
  readonly comparedWith?: string;
  /** The animated or selected step of the request flow (1…6). Null highlights the whole way. */
  readonly highlightStep: number | null;
  /** State of the animation. `paused` keeps the moving parts in place. The default is `stopped`. */
  readonly play?: 'stopped' | 'playing' | 'paused';
  /** Speed of the animation. 1 is normal. */
  readonly speed?: number;
  /** Id of the selected node. The view follows it when it changes from outside. */
  readonly selected: string | null;
  /** True when only the editor's cursor selects the node. The node is then marked but not highlighted. */
  readonly pointed?: boolean;
  readonly onSelect: (id: string | null) => void;
  /** "Go to": called for Enter on a selected node, a double click, or the card's button. */
  readonly onOpenResource: (id: string) => void;
  /** The theme in effect (system already resolved). */
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  /** The action of the button in the empty state. Without it the empty state has no button. */
  readonly onOpenExample?: () => void;
  /** Hides search, export and filters for read-only embeds. */
  readonly compact?: boolean;
  /** True in a presentation, where the drawing is larger. */
  readonly presented?: boolean;
  /** The step of the open lesson. The whole way is visible again when it changes. */
  readonly moment?: string;
}

import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import type { Language } from '../../state/model.ts';

/** What the route graph needs; it keeps nothing but its own viewport, search and collapsed namespaces. */
export interface GraphViewProps {
  /** The last good graph; null before the first: a quiet empty frame. */
  readonly graph: GraphModel | null;
  /** What the present answer touches; null: nothing is highlighted. Its client is drawn even if the graph has none. */
  readonly way: TraceWay | null;
  /** Step of the request flow that is played or stepped through (1…6); null: the whole way is lit. */
  readonly highlightStep: number | null;
  /** Whether the request is played; `paused` holds what moves where it is. Default: stopped. */
  readonly play?: 'stopped' | 'playing' | 'paused';
  /** How fast it is played; 1 is normal. */
  readonly speed?: number;
  /** Id of the selected node; the view follows it when it changes from outside. */
  readonly selected: string | null;
  /** It is only where the cursor in the text stands: marked, but not lit. */
  readonly pointed?: boolean;
  readonly onSelect: (id: string | null) => void;
  /** "Go to": Enter on a selected node, double click, or the card's button. */
  readonly onOpenResource: (id: string) => void;
  /** The theme that is in effect (system already resolved). */
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  /** Shown in the empty state; absent: the empty state has no button. */
  readonly onOpenExample?: () => void;
  /** Read-only embeds hide search, export and filters. */
  readonly compact?: boolean;
}

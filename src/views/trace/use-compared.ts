import type { Answer } from '../../state/model.ts';
import { useApp } from '../../state/store.ts';

/** The names of the answer and of the one that is compared with it. */
export interface Compared {
  /** The name of the first answer: its client, or its client, method and URL. */
  readonly from: string;
  /** The name of the second answer. Null when no answer is compared. */
  readonly other: string | null;
  /** The second answer. Null when there is none yet. */
  readonly comparison: Answer | null;
}

/** Returns what is compared: two clients, or two requests. */
export function useCompared(): Compared {
  const other = useApp((state) =>
    state.kept === null ? state.compare : `${state.kept.from} ${state.kept.method} ${state.kept.url}`,
  );
  const comparison = useApp((state) => (other === null ? null : state.comparison));
  const from = useApp((state) =>
    state.kept === null
      ? state.request.from
      : `${state.request.from} ${state.request.method} ${state.request.url}`,
  );
  return { from, other, comparison };
}

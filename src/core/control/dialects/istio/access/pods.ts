import { own } from '../../../../text/own.ts';
import type { PodLabels } from '../labels.ts';

/** The Pods of one server, as far as the manifests describe them. */
export interface PodsOfServer {
  /** Null if it is not known. */
  readonly namespace: string | null;
  readonly labels: PodLabels;
  /** True if they may have more labels. */
  readonly isOpen: boolean;
}

/** Returns whether a selector is for some Pods. Null selects all of them (I-21.3). */
export function selection(
  selector: PodLabels | null,
  { labels, isOpen }: PodsOfServer,
): 'yes' | 'no' | 'unknown' {
  let found: 'yes' | 'unknown' = 'yes';
  for (const [key, value] of Object.entries(selector ?? {})) {
    const actual = own(labels, key);
    if (actual === value) continue;
    if (actual !== undefined || !isOpen) return 'no';
    found = 'unknown';
  }
  return found;
}

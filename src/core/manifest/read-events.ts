import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Span } from '../text/source.ts';

/** Deepest nesting of mappings and lists; Kubernetes objects stay far below. */
export const DEPTH_LIMIT = 64;

/** Why the fast parser gave up. */
export interface Rejection {
  readonly tooDeep: boolean;
  readonly reason: string;
  readonly span: Span;
}

const OPTIONS = { maxDepth: DEPTH_LIMIT + 1 };

/** The fast parser's events for a text, or its first complaint. Never throws. */
export function readEvents(source: string): readonly Event[] | Rejection {
  try {
    return parseEvents(source, OPTIONS);
  } catch (error) {
    if (!(error instanceof YAMLException)) {
      return { tooDeep: false, reason: 'unreadable', span: { start: 0, end: source.length } };
    }
    const start = Math.min(error.mark?.position ?? 0, source.length);
    return {
      tooDeep: error.reason.startsWith('nesting exceeded'),
      reason: error.reason,
      span: { start, end: Math.min(start + 1, source.length) },
    };
  }
}

/** True when `readEvents` gave events. */
export function isEvents(read: readonly Event[] | Rejection): read is readonly Event[] {
  return Array.isArray(read);
}

import type { BackendShare, Outcome } from '../ir/outcome.ts';
import type { Sentence } from './fragment.ts';
import { code, listOf, type Speaker, serviceLink } from './speaker.ts';

/** Returns a share as text: `90 %`, `33.3 %`. */
export function printShare(share: number): string {
  const percent = share * 100;
  // A no-break space keeps a number and its sign on one line.
  return `${Number.isInteger(percent) ? percent : percent.toFixed(1)}\u00A0%`;
}

/** Returns the backends of an outcome, with their shares. */
export function backendsOf(outcome: Outcome, speaker: Speaker): Sentence {
  const named = (backend: BackendShare): Sentence => {
    const fragment =
      backend.service !== null
        ? serviceLink(backend.service, backend.subset)
        : code(backend.workloads[0] ?? outcome.forwarded?.host ?? '');
    if (backend.share === 1) return [fragment];
    return speaker.say('share.of', { backend: fragment, share: printShare(backend.share) });
  };
  return listOf(outcome.backends.filter((backend) => backend.share > 0).map(named), speaker);
}

import type { ChangeReport } from '../../core/answers/report-difference.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import { ARRIVES, clientsOf, sharesOf } from '../ui/outcome-words.ts';
import type { Texts } from '../ui/texts/en.ts';

/** Returns true when a class of requests reached a backend before and does not any more. */
function isLost({ before, after }: ChangeReport): boolean {
  return ARRIVES.has(before.kind) && !ARRIVES.has(after.kind);
}

/** Returns the changes, starting with lost requests. */
export function worstFirst(changes: readonly ChangeReport[]): readonly ChangeReport[] {
  return [...changes].sort((a, b) => Number(isLost(b)) - Number(isLost(a)));
}

/** Returns the changes as a Markdown list, for a review. */
export function changesMarkdown(changes: readonly ChangeReport[], texts: Texts): string {
  const told = worstFirst(changes).map((change) => {
    const { frontend, witness, before, after } = change;
    const request = [
      `${witness.method} ${witness.url}`,
      ...witness.headers.map(([name, value]) => `${name}: ${value}`),
    ];
    const [was, is] = [becomes(before, texts), becomes(after, texts)];
    return `- \`${frontend}\` · ${clientsOf(change, texts)} · ${request.map((each) => `\`${each}\``).join(' ')}: ${was} → ${isLost(change) ? `**${is}**` : is}`;
  });
  return `${headline(changes, texts)}\n\n${told.join('\n')}\n`;
}

/** Returns the number of changed classes, and how many of them fail now. */
export function headline(changes: readonly ChangeReport[], { changes: texts, marks }: Texts): string {
  const lost = changes.filter(isLost).length;
  return texts.count(changes.length) + (lost === 0 ? '' : marks.comma + texts.lost(lost));
}

function becomes(outcome: Outcome, texts: Texts): string {
  const { kind, status, timeouts, redirect } = outcome;
  const shares = sharesOf(outcome);
  return [
    texts.outcome.kinds[kind],
    status === null ? '' : String(status),
    redirect === null ? '' : texts.changes.redirect(redirect.location),
    shares.length === 0 ? '' : texts.changes.shares(shares.join(', ')),
    timeouts?.request === undefined ? '' : texts.changes.timeout(timeouts.request),
  ]
    .filter((each) => each !== '')
    .join(' ');
}

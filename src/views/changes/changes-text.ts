import { byHarm, harmOf } from '../../core/answers/change-harm.ts';
import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { conditionSentence } from '../../core/explain/class-condition.ts';
import { CONDITION_WORDS } from '../../core/explain/class-condition-words.ts';
import type { Sentence } from '../../core/explain/fragment.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import type { Language } from '../../state/model.ts';
import { clientsOf, sharesOf } from '../ui/outcome-words.ts';
import type { Texts } from '../ui/texts/en.ts';

/** Returns the changes as Markdown for a review: a list for each harm, worst first. */
export function changesMarkdown(changes: readonly ChangeReport[], texts: Texts, language: Language): string {
  const groups = byHarm(changes).map(
    (group) =>
      `### ${texts.changes.harms[group.harm]} (${group.changes.length})\n\n${group.changes
        .map((change) => line(change, texts, language))
        .join('\n')}`,
  );
  return `${headline(changes, texts)}\n\n${groups.join('\n\n')}\n`;
}

function line(change: ChangeReport, texts: Texts, language: Language): string {
  const { frontend, condition, witness, before, after } = change;
  const { colon, comma } = texts.marks;
  const [was, is] = [becomes(before, texts), becomes(after, texts)];
  const request = [
    `${witness.method} ${witness.url}`,
    ...witness.headers.map(([name, value]) => `${name}: ${value}`),
  ].map(code);
  const example = condition.exact ? ` (${texts.changes.example} ${request.join(comma)})` : '';
  const named = markdown(conditionSentence(condition, witness, CONDITION_WORDS[language]));
  const result = `${was} → ${harmOf(change) === 'lost' ? `**${is}**` : is}`;
  return `- **${named}** · ${code(frontend)} · ${clientsOf(change, texts)}${colon}${result}${example}`;
}

function markdown(sentence: Sentence): string {
  return sentence.map(({ text, style }) => (style === 'code' ? code(text) : text)).join('');
}

/** Returns a code span. A text with backticks is between two of them. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Returns the number of changed classes, and how many of them fail now. */
export function headline(changes: readonly ChangeReport[], { changes: texts, marks }: Texts): string {
  const lost = changes.filter((change) => harmOf(change) === 'lost').length;
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

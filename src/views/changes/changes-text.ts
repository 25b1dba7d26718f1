import { byHarm, harmOf } from '../../core/answers/change-harm.ts';
import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { alternativesOf, conditionSentence } from '../../core/explain/class-condition.ts';
import { CONDITION_WORDS } from '../../core/explain/class-condition-words.ts';
import type { Sentence } from '../../core/explain/fragment.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import type { BaselineOrigin } from '../../state/baseline-origin.ts';
import type { Language } from '../../state/model.ts';
import { comparedSides } from '../ui/compared-sides.ts';
import { clientsOf, leftOutClients, ruleOf, sharesOf } from '../ui/outcome-words.ts';
import type { Texts } from '../ui/texts/en.ts';

/**
 * Returns the changes as Markdown for a review: what is compared, and a list for each harm, worst first.
 */
export function changesMarkdown(
  changes: readonly ChangeReport[],
  origin: BaselineOrigin,
  texts: Texts,
  language: Language,
): string {
  const groups = byHarm(changes).map(
    (group) =>
      `### ${texts.changes.harms[group.harm]} (${group.changes.length})\n\n${group.changes
        .map((change) => line(change, texts, language))
        .join('\n')}`,
  );
  const { before, after } = comparedSides(origin, texts);
  const compared = [before, after].map(({ text, isName }) => (isName ? code(text) : text)).join(' → ');
  return `${compared}\n\n${headline(changes, texts)}\n\n${groups.join('\n\n')}\n`;
}

function line(change: ChangeReport, texts: Texts, language: Language): string {
  const { frontend, condition, witness, before, after } = change;
  const { colon, comma } = texts.marks;
  const [was, is] = [before, after].map(
    (outcome) => `${becomes(outcome, texts)} (${decider(outcome, texts)})`,
  );
  const request = [
    `${witness.method} ${witness.url}`,
    ...witness.headers.map(([name, value]) => `${name}: ${value}`),
  ].map(code);
  const example = condition.exact ? ` (${texts.changes.example} ${request.join(comma)})` : '';
  const words = CONDITION_WORDS[language];
  const alternatives = alternativesOf(condition, words);
  const isList = alternatives.length > 1;
  const named = isList
    ? texts.changes.anyOf(alternatives.length)
    : markdown(conditionSentence(condition, witness, words));
  const leftOut = leftOutClients(change, texts);
  const clients = `${clientsOf(change, texts)}${leftOut === undefined ? '' : ` (${leftOut})`}`;
  const result = `${was} → ${harmOf(change) === 'lost' ? `**${is}**` : is}`;
  return [
    `- **${named}** · ${code(frontend)} · ${clients}${colon}${result}${example}`,
    ...(isList ? alternatives.map((each) => `  - ${markdown(each)}`) : []),
  ].join('\n');
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

/** Returns the rule that wins the requests, as code. */
function decider(outcome: Outcome, texts: Texts): string {
  const rule = ruleOf(outcome, texts);
  return rule === null ? texts.changes.noRule : texts.changes.by(code(rule));
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

import { decidingStep, type ExplainedTrace } from './explained-trace.ts';
import { type Fragment, plain, type Sentence } from './fragment.ts';
import type { ExplainLanguage } from './languages.ts';

/** The text between two sentences. Chinese has none. */
const SPACE: Readonly<Record<ExplainLanguage, string>> = { en: ' ', 'zh-Hant': '', 'zh-Hans': '' };
const BRACKETS: Readonly<Record<ExplainLanguage, readonly [string, string]>> = {
  en: [' (', ')'],
  'zh-Hant': ['（', '）'],
  'zh-Hans': ['（', '）'],
};

/**
 * Returns the answer as one text for a ticket: the client, the request, the result and the rules that
 * decided. Plain text, with a link at the end if one is given.
 */
export function ticketSentence(
  { steps, uncertain }: ExplainedTrace<unknown>,
  language: ExplainLanguage,
  link: string | null = null,
): string {
  const [sent] = steps;
  const end = decidingStep(steps);
  const sentences = [sent, end === sent ? undefined : end].flatMap((step) =>
    step === undefined ? [] : [plain(step.sentence).replaceAll('\u00A0', ' ')],
  );
  const rules = end?.rules.join(', ') ?? '';
  const [open, close] = BRACKETS[language];
  const decided = sentences.join(SPACE[language]) + (rules === '' ? '' : `${open}${rules}${close}`);
  const told = uncertain.length === 0 ? decided : decided + SPACE[language] + plain(uncertain);
  return link === null ? told : `${told}\n${link}`;
}

/** Returns the six steps as a list in Markdown, with the outcome as its heading and the notes at the end. */
export function traceMarkdown({ headline, uncertain, steps, notes }: ExplainedTrace<unknown>): string {
  const lines = [`**${markdown(headline)}**`, ''];
  if (uncertain.length > 0) lines.push(markdown(uncertain), '');
  for (const { step, state, title, sentence, rules } of steps) {
    const name = state === 'skipped' ? title : `**${title}**`;
    const cited = state === 'skipped' || rules.length === 0 ? '' : ` (${rules.join(', ')})`;
    lines.push(`${step}. ${name} — ${markdown(sentence)}${cited}`);
  }
  if (notes.length > 0) lines.push('');
  for (const { sentence, rules } of notes) lines.push(`- ${markdown(sentence)} (${rules.join(', ')})`);
  return `${lines.join('\n')}\n`;
}

function markdown(sentence: Sentence): string {
  return sentence.map(markdownOf).join('');
}

function markdownOf({ text, style }: Fragment): string {
  if (text === '') return '';
  if (style !== 'code') return text.replace(/[\\`*_[\]<>]/g, '\\$&');
  // Code with backticks is enclosed in a longer sequence of backticks (CommonMark 6.1).
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

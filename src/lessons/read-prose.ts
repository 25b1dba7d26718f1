import type { Block, Fault, Inline, LessonProse, Section } from './lesson.ts';
import { type MarkdownPart, readMarkdown } from './read-markdown.ts';

interface Draft {
  readonly title: readonly Inline[];
  readonly blocks: Block[];
  readonly line: number;
}

/** A `### key: text` of the question. */
interface AnswerDraft extends Draft {
  readonly key: string;
}

/**
 * Reads the text of a lesson in one language: `# title`, a paragraph with the goal, one `## heading` for each
 * step, and a last `## heading` for the question, with a `### key: text` for each answer. docs/lessons.md
 * shows an example.
 */
export function readProse(
  file: string,
  text: string,
): { readonly prose: LessonProse | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const complain = (line: number, message: string) => {
    faults.push({ file, line, message });
  };
  const parts = readMarkdown(text, complain);
  const [first, goal, ...rest] = parts;
  if (first?.kind !== 'heading' || first.depth !== 1) complain(1, 'begin with “# title”');
  if (goal?.kind !== 'block' || goal.block.kind !== 'paragraph') {
    complain(goal?.line ?? 1, 'a paragraph with the goal must follow the title');
  }
  const sections: Draft[] = [];
  const answers: AnswerDraft[] = [];
  collect(rest, sections, answers, complain);
  const question = sections.pop();
  if (!question || sections.length < 3 || sections.length > 6) {
    complain(question?.line ?? 1, 'a lesson has three to six steps and a question');
  }
  if (question && answers.some((answer) => answer.line < question.line)) {
    complain(question.line, 'answers stand in the question, which comes last');
  }
  for (const { line, blocks } of [...sections, ...(question ? [question] : []), ...answers]) {
    if (blocks.length === 0) complain(line, 'this heading has no text');
  }
  const byKey = new Map<string, Section>();
  for (const { key, line, ...section } of answers) {
    if (byKey.has(key)) complain(line, `the answer ${key} is there twice`);
    byKey.set(key, section);
  }
  if (faults.length > 0 || !question || first?.kind !== 'heading' || goal?.kind !== 'block') {
    return { prose: null, faults };
  }
  return {
    prose: {
      title: first.children.map(wordsOf).join(''),
      goal: goal.block.kind === 'paragraph' ? goal.block.children : [],
      steps: sections,
      question,
      answers: byKey,
    },
    faults,
  };
}

/** Assigns blocks to their headings. */
function collect(
  parts: readonly MarkdownPart[],
  sections: Draft[],
  answers: AnswerDraft[],
  complain: (line: number, message: string) => void,
): void {
  let current: Draft | null = null;
  for (const part of parts) {
    if (part.kind === 'block') {
      if (current) current.blocks.push(part.block);
      else complain(part.line, 'the goal is one paragraph');
      continue;
    }
    const { line } = part;
    if (part.depth === 2) {
      current = { title: part.children, blocks: [], line };
      sections.push(current);
    } else if (part.depth === 3) {
      const answer = readAnswer(part.children, line);
      if (answer) answers.push(answer);
      else complain(line, 'an answer begins with “### key: words”');
      current = answer ?? current;
    } else complain(line, 'headings have one to three signs');
  }
}

function readAnswer([first, ...rest]: readonly Inline[], line: number): AnswerDraft | null {
  const match = first?.kind === 'text' ? /^([a-z0-9-]+): ?([\s\S]*)$/.exec(first.text) : null;
  if (!match) return null;
  const [, key = '', text = ''] = match;
  const title: readonly Inline[] = text === '' ? rest : [{ kind: 'text', text }, ...rest];
  return { key, title, blocks: [], line };
}

/** Returns the plain text of an inline element. */
function wordsOf(inline: Inline): string {
  if (inline.kind === 'rule') return inline.rule;
  return 'children' in inline ? inline.children.map(wordsOf).join('') : inline.text;
}

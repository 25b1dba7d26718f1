import { lexer, type Token, type Tokens } from 'marked';
import { own } from '../core/text/own.ts';
import type { Block, Inline } from './lesson.ts';

/** A heading, or a block below one. `line` counts from 1. */
export type MarkdownPart =
  | {
      readonly kind: 'heading';
      readonly depth: number;
      readonly children: readonly Inline[];
      readonly line: number;
    }
  | { readonly kind: 'block'; readonly block: Block; readonly line: number };

type Complain = (message: string) => void;

/** Reads the Markdown that lessons can use. Reports every other construct and leaves it out. */
export function readMarkdown(
  text: string,
  complain: (line: number, message: string) => void,
): readonly MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let line = 1;
  for (const token of lexer(text)) {
    const here = line;
    line += token.raw.split('\n').length - 1;
    const report: Complain = (message) => complain(here, message);
    if (token.type === 'space') continue;
    if (token.type === 'heading') {
      const { depth, tokens } = token as Tokens.Heading;
      parts.push({ kind: 'heading', depth, children: inlines(tokens, report), line: here });
      continue;
    }
    const block = readBlock(token, report);
    if (block) parts.push({ kind: 'block', block, line: here });
  }
  return parts;
}

function readBlock(token: Token, complain: Complain): Block | null {
  switch (token.type) {
    case 'paragraph':
      return { kind: 'paragraph', children: inlines((token as Tokens.Paragraph).tokens, complain) };
    case 'code':
      return { kind: 'code', text: (token as Tokens.Code).text };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { kind: 'list', ordered, items: items.map((item) => itemOf(item, complain)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cell = ({ tokens }: Tokens.TableCell) => inlines(tokens, complain);
      return { kind: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) };
    }
    default:
      complain(`lessons have no “${token.type}”`);
      return null;
  }
}

/** Reads a list item, which holds one line of text. Longer texts need a paragraph. */
function itemOf(item: Tokens.ListItem, complain: Complain): readonly Inline[] {
  return item.tokens.flatMap((token) => {
    if (token.type === 'text' || token.type === 'paragraph')
      return inlines((token as Tokens.Text).tokens, complain);
    complain(`a list item has no “${token.type}”`);
    return [];
  });
}

function inlines(tokens: readonly Token[] | undefined, complain: Complain): readonly Inline[] {
  return (tokens ?? []).flatMap((token): readonly Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return withRules(plain(token.text));
      case 'codespan':
        return [{ kind: 'code', text: plain(token.text) }];
      case 'strong':
        return [{ kind: 'strong', children: inlines(token.tokens, complain) }];
      case 'em':
        return [{ kind: 'emphasis', children: inlines(token.tokens, complain) }];
      case 'link': {
        const { href, tokens: inner } = token as Tokens.Link;
        const children = inlines(inner, complain);
        if (isGoodLink(href)) return [{ kind: 'link', url: href, children }];
        complain(`the link ${href} is neither https nor a place of the page`);
        return children;
      }
      default:
        complain(`lessons have no “${token.type}”`);
        return [];
    }
  });
}

/** Returns true for links to the specification (https) or to a place of this page. */
export function isGoodLink(url: string): boolean {
  return /^https:\/\/[^\s"<>]+$/.test(url) || /^#(?:lesson|example)\/[a-z0-9-]+(?:\/\d+)?$/.test(url);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Reverts the lexer's HTML escapes, because the text is not used as HTML. */
function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => own(ENTITIES, entity) ?? entity);
}

/** Returns a text with the names of rules (`R-126`, `A-02`) as separate elements. */
function withRules(text: string): readonly Inline[] {
  return text.split(/\b(R-\d{3}|A-\d{2})\b/).flatMap((piece, at): readonly Inline[] => {
    if (piece === '') return [];
    return [at % 2 === 1 ? { kind: 'rule', rule: piece } : { kind: 'text', text: piece }];
  });
}

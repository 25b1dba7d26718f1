import type { ReactNode } from 'react';
import type { Block, Inline } from '../../lessons/lesson.ts';
import { RuleTag } from '../ui/rule-tag.tsx';

/** Inline text. It is never converted into a string of HTML. */
export function InlineText({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map(drawInline);
}

function drawInline(inline: Inline, at: number): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code key={at}>{inline.text}</code>;
    case 'rule':
      return <RuleTag key={at} rule={inline.rule} />;
    case 'strong':
      return <strong key={at}>{inline.children.map(drawInline)}</strong>;
    case 'emphasis':
      return <em key={at}>{inline.children.map(drawInline)}</em>;
    case 'link':
      return (
        <a key={at} className="link" href={inline.url} {...awayFrom(inline.url)}>
          {inline.children.map(drawInline)}
        </a>
      );
    default:
      return inline satisfies never;
  }
}

/** Returns the attributes that open external links in a new tab. */
export function awayFrom(url: string): { readonly target?: string; readonly rel?: string } {
  return url.startsWith('#') ? {} : { target: '_blank', rel: 'noopener noreferrer' };
}

/** The blocks below a heading. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map(drawBlock);
}

function drawBlock(block: Block, at: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p key={at}>{block.children.map(drawInline)}</p>;
    case 'code':
      return <pre key={at}>{block.text}</pre>;
    case 'list': {
      const items = block.items.map(
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a text have no identity of their own.
        (item, n) => <li key={n}>{item.map(drawInline)}</li>,
      );
      return block.ordered ? <ol key={at}>{items}</ol> : <ul key={at}>{items}</ul>;
    }
    case 'table':
      return (
        <div key={at} className="table-frame">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
                  <th key={n}>{cell.map(drawInline)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
                <tr key={n}>
                  {row.map((cell, m) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
                    <td key={m}>{cell.map(drawInline)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    default:
      return block satisfies never;
  }
}

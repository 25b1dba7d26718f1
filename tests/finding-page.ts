import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The format of docs/findings/CODE.md. The YAML blocks under `## Example` are the files of the example. Those under
 * `## What to do` are the corrected files: each replaces the file of the same name, and the other files stay.
 *
 * - A first line `# folder/name.yaml` names the file. A block without it is `manifests.yaml`.
 * - `profile=NAME` behind the language of a block sets the profile.
 * - `repeat-last-line=COUNT` writes the last line of the block COUNT times.
 * - `escapes` replaces `\uXXXX` by the character.
 * - `also=CODE,CODE` lists the other errors and warnings that the example has.
 */
export interface FindingPage {
  readonly text: string;
  /** The texts of the example by file name; empty when the page has no example. */
  readonly example: ReadonlyMap<string, string>;
  /** The texts of the corrected example by file name; null when the page has no correction. */
  readonly correction: ReadonlyMap<string, string> | null;
  /** The name of the profile; null for the default. */
  readonly profile: string | null;
  /** Codes of the other errors and warnings of the example. */
  readonly also: readonly string[];
}

interface Block {
  readonly options: ReadonlyMap<string, string>;
  readonly file: string;
  readonly text: string;
}

const FOLDER = path.join(import.meta.dirname, '../docs/findings');

/** Returns the page of a code. Throws for an unknown option and for two blocks of one file. */
export function readFindingPage(code: string): FindingPage {
  const text = readFileSync(path.join(FOLDER, `${code}.md`), 'utf8');
  const example = blocksUnder(text, 'Example');
  const corrected = blocksUnder(text, 'What to do');
  const blocks = [...example, ...corrected];
  const optionOf = (name: string) => blocks.map(({ options }) => options.get(name)).find(Boolean);
  const files = filesOf(example);
  return {
    text,
    example: files,
    correction: corrected.length === 0 ? null : new Map([...files, ...filesOf(corrected)]),
    profile: optionOf('profile') ?? null,
    also: optionOf('also')?.split(',') ?? [],
  };
}

function filesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { file, text } of blocks) {
    if (files.has(file)) throw new Error(`two blocks for ${file}`);
    files.set(file, text);
  }
  return files;
}

function blocksUnder(page: string, heading: string): readonly Block[] {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  return [...section.matchAll(/^```yaml(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) =>
    readBlock(info, text),
  );
}

function readBlock(info: string, written: string): Block {
  const options = new Map(
    info
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']),
  );
  let text = written;
  for (const [name, value] of options) {
    switch (name) {
      case 'repeat-last-line': {
        const start = text.lastIndexOf('\n', text.length - 2) + 1;
        text = text.slice(0, start) + text.slice(start).repeat(Number(value));
        break;
      }
      case 'escapes':
        text = text.replace(/\\u([0-9A-F]{4})/g, (_, digits) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        );
        break;
      case 'profile':
      case 'also':
        break;
      default:
        throw new Error(`unknown option ${name} of a block`);
    }
  }
  const file = /^# (\S+\.(?:ya?ml|json))\n/.exec(text)?.[1] ?? 'manifests.yaml';
  return { options, file, text };
}

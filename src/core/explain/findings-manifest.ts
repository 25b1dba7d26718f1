import type { MANIFEST_CODES } from '../findings/codes-manifest.ts';
import { own } from '../text/own.ts';
import type { Args } from './finding-words.ts';

/** What the forgiving parser's reasons mean in plain words; reasons that are not here are told in its own words. */
export const SYNTAX_REASONS = {
  'alias-props': 'An alias (`*name`) cannot have a tag or an anchor of its own.',
  'bad-alias': 'An alias needs a name right behind its `*`.',
  'bad-directive': 'Lines that start with `%` are directives; this one is not valid.',
  'bad-dq-escape':
    'A backslash in double quotes starts an escape, and this one does not exist. Use single quotes.',
  'bad-indent': 'The indentation does not fit: line the text up with the entries above.',
  'bad-prop-order': 'Tags and anchors go in front of the value.',
  'bad-scalar-start': 'A value cannot start with this character. Put it in quotes.',
  'block-as-implicit-key':
    'A nested mapping or list cannot stand on the line of its key. Start a new line for it.',
  'block-in-flow': 'Inside `[…]` or `{…}` no lines with dashes or nested keys are possible.',
  'duplicate-key': 'The key stands twice in one mapping.',
  'key-over-1024-chars': 'The key is longer than 1,024 characters; is a quote or a bracket missing?',
  'missing-char': 'A character is missing here: a quote, a comma, a bracket or a blank.',
  'multiline-implicit-key': 'A key has to stand on one line; is a colon missing on the line before?',
  'multiple-anchors': 'A value can have one anchor only.',
  'multiple-docs': 'A second document starts here; put `---` on a line before it.',
  'multiple-tags': 'A value can have one tag only.',
  'resource-exhaustion': 'The text is nested too deeply.',
  'tag-resolve-failed': 'The value does not fit its tag.',
  'unexpected-token':
    'This does not belong here. Look for a wrong indentation or a missing quote just before it.',
} satisfies Readonly<Record<string, string>>;

/** One English sentence (or two) for each code about the text of a document. */
export const MANIFEST_SENTENCES: Readonly<Record<keyof typeof MANIFEST_CODES, (args: Args) => string>> = {
  'yaml-syntax': ({ reason, detail }) => {
    const known = own(SYNTAX_REASONS as Readonly<Record<string, string>>, String(reason));
    return `This is no valid YAML. ${known ?? `The parser says: ${detail}.`}`;
  },
  'yaml-syntax-more': ({ count }) =>
    `${count} more syntax errors in this document; fix the first ones first.`,
  'tab-indentation': () => 'YAML does not allow tabs as indentation. Use blanks.',
  'duplicate-key': ({ key }) =>
    `The key \`${key}\` stands twice in one mapping. The last one counts; \`kubectl apply\` refuses the document. Remove one.`,
  'complex-key': () => 'A key has to be a string; a mapping or a list cannot be one. The pair is left out.',
  'unknown-tag': ({ tag }) =>
    `The tag \`${tag}\` means nothing here; the value is read as if it were not there.`,
  'alias-unknown': ({ name }) =>
    `Nothing is anchored as \`&${name}\` above this line, so \`*${name}\` is read as null.`,
  'alias-to-itself': ({ name }) => `\`*${name}\` contains itself; it is read as null.`,
  'alias-expansion-too-large': ({ limit }) =>
    `Written out, the aliases of this document give more than ${limit} values. From here on they are read as null.`,
  'too-many-aliases': ({ limit }) =>
    `The document has more than ${limit} anchors and aliases and is not read. Write the values out.`,
  'merge-not-a-mapping': () =>
    '`<<` takes in the pairs of another mapping; this value is none and is left out.',
  'nesting-too-deep': ({ limit }) => `The document is nested more than ${limit} levels deep and is not read.`,
  'document-too-large': ({ size, limit }) =>
    `The document has ${size} characters and is not read; the most is ${limit}. A cluster would refuse it too.`,
  'too-many-documents': ({ limit }) =>
    `The text has more than ${limit} documents; what follows from here on is not read. Split it into several files.`,
  'control-character': ({ character, count }) =>
    `The text has ${count === 1 ? 'a control character' : `${count} control characters`} (the first is ${character}) that YAML does not allow. Remove ${count === 1 ? 'it' : 'them'}.`,
  'invalid-utf8': ({ count }) =>
    `${count === 1 ? 'One character' : `${count} characters`} of the file could not be decoded. Save the file as UTF-8.`,
  'unrendered-template': ({ template }) =>
    `\`${template}\` is a template, not a manifest. Render it first, for example with \`helm template\`.`,
  'manifest-is-a-sketch': ({ count }) =>
    `The document leaves ${count === 1 ? 'a part' : `parts (${count} lines)`} out, as articles do. It is read as a sketch: what was left out counts as not written.`,
  'text-around-manifest': ({ form = '' }) =>
    `The text is no plain manifest: it has ${surroundings(form)}. The manifest in it is read; \`kubectl apply\` refuses the text as it is.`,
  'line-breaks-lost': () =>
    'The line breaks of this document were lost, as happens when it is copied from a web page. They are guessed from the field names; check the result.',
};

/** Notes beside related places, by their names in findings. */
export const MANIFEST_NOTES = {
  'duplicate-key-first': 'the key stands here first',
} satisfies Readonly<Record<string, string>>;

/** Titles of fixes, by their names in findings. */
export const MANIFEST_FIXES = {
  'keep-manifest-alone': () => 'Keep the manifest alone',
  'restore-line-breaks': () => 'Restore the line breaks',
} satisfies Readonly<Record<string, (args: Args) => string>>;

/** What a manifest was copied with, in words. */
function surroundings(form: string | number): string {
  return own(SURROUNDINGS, String(form)) ?? String(form);
}

const SURROUNDINGS: Readonly<Record<string, string>> = {
  heredoc: 'a shell command and its heredoc',
  prompt: 'a command line',
  markdown: 'Markdown',
  quote: 'quotation marks (`>`)',
  diff: 'the marks of a diff; its new side is read',
  'no-break-space': 'no-break spaces in its indentation',
};

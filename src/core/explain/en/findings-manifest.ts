import type { MANIFEST_CODES } from '../../findings/codes-manifest.ts';
import { own } from '../../text/own.ts';
import type { Args } from '../finding-words.ts';

/** The reasons of the parser in plain words. Other reasons are shown as the parser writes them. */
export const SYNTAX_REASONS = {
  'alias-props': 'An alias (`*name`) cannot have a tag or an anchor of its own.',
  'bad-alias': 'An alias needs a name directly after its `*`.',
  'bad-directive': 'Lines that start with `%` are directives; this one is not valid.',
  'bad-dq-escape':
    'A backslash in double quotes starts an escape, and this one does not exist. Use single quotes.',
  'bad-indent': 'The indentation is wrong. Align the text with the entries above.',
  'bad-prop-order': 'Put tags and anchors before the value.',
  'bad-scalar-start': 'A value cannot start with this character. Put it in quotes.',
  'block-as-implicit-key':
    'A nested mapping or list cannot start on the line of its key. Start a new line for it.',
  'block-in-flow': 'Lines with dashes and nested keys are not allowed inside `[…]` or `{…}`.',
  'duplicate-key': 'The key appears twice in one mapping.',
  'key-over-1024-chars': 'The key is longer than 1,024 characters; is a quote or a bracket missing?',
  'missing-char': 'A character is missing here: a quote, a comma, a bracket or a space.',
  'multiline-implicit-key': 'A key must fit on one line. Is a colon missing on the line before?',
  'multiple-anchors': 'A value can have only one anchor.',
  'multiple-docs': 'A second document starts here. Put `---` on a line before it.',
  'multiple-tags': 'A value can have only one tag.',
  'resource-exhaustion': 'The text is nested too deeply.',
  'tag-resolve-failed': 'The value does not match its tag.',
  'unexpected-token':
    'This text is not expected here. Look for wrong indentation or a missing quote just before it.',
} satisfies Readonly<Record<string, string>>;

/** One English sentence (or two) for each code about the text of a document. */
export const MANIFEST_SENTENCES: Readonly<Record<keyof typeof MANIFEST_CODES, (args: Args) => string>> = {
  'yaml-syntax': ({ reason, detail }) => {
    const known = own(SYNTAX_REASONS as Readonly<Record<string, string>>, String(reason));
    return `This is not valid YAML. ${known ?? `The parser says: ${detail}.`}`;
  },
  'yaml-syntax-more': ({ count }) =>
    `This document has ${count} more syntax errors. Fix the first ones first.`,
  'tab-indentation': () => 'YAML does not allow tabs for indentation. Use spaces.',
  'duplicate-key': ({ key }) =>
    `The key \`${key}\` appears twice in one mapping. The last one is used; \`kubectl apply\` rejects the document. Remove one.`,
  'complex-key': () => 'A key must be a string, not a mapping or a list. The pair is ignored.',
  'unknown-tag': ({ tag }) => `The tag \`${tag}\` is not supported. The value is read without it.`,
  'alias-unknown': ({ name }) =>
    `There is no anchor \`&${name}\` above this line, so \`*${name}\` is read as null.`,
  'alias-to-itself': ({ name }) => `\`*${name}\` contains itself, so it is read as null.`,
  'alias-expansion-too-large': ({ limit }) =>
    `The aliases of this document expand to more than ${limit} values. From here on they are read as null.`,
  'too-many-aliases': ({ limit }) =>
    `The document has more than ${limit} anchors and aliases, so it is not read. Write out the values.`,
  'merge-not-a-mapping': () => '`<<` merges another mapping. This value is not a mapping, so it is ignored.',
  'nesting-too-deep': ({ limit }) =>
    `The document is nested more than ${limit} levels deep, so it is not read.`,
  'document-too-large': ({ size, limit }) =>
    `The document has ${size} characters, more than the limit of ${limit}, so it is not read. A cluster rejects it too.`,
  'too-many-documents': ({ limit }) =>
    `The text has more than ${limit} documents. The documents from here on are not read. Split the text into several files.`,
  'control-character': ({ character, count }) =>
    `The text has ${count === 1 ? 'a control character' : `${count} control characters`} (the first is ${character}) that YAML does not allow. Remove ${count === 1 ? 'it' : 'them'}.`,
  'invalid-utf8': ({ count }) =>
    `${count === 1 ? 'One character' : `${count} characters`} of the file could not be decoded. Save the file as UTF-8.`,
  'unrendered-template': ({ template }) =>
    `\`${template}\` is a template, not a manifest. Render it first, for example with \`helm template\`.`,
  'manifest-is-a-sketch': ({ count }) =>
    `The document leaves out ${count === 1 ? 'a part' : `parts (${count} lines)`}, as articles do. It is read as a sketch: the parts that are left out count as not set.`,
  'text-around-manifest': ({ form = '' }) =>
    `The text is not a plain manifest: it has ${surroundings(form)}. The manifest in it is read; \`kubectl apply\` rejects the text as it is.`,
  'indentation-lost': () =>
    'This listing has line numbers and no indentation, as can happen when it is copied from a web page. The indentation is guessed from the field names. Check the result.',
  'line-breaks-lost': () =>
    'The line breaks of this document are missing, as can happen when it is copied from a web page. They are guessed from the field names. Check the result.',
};

/** Notes on related places, by their names in findings. */
export const MANIFEST_NOTES = {
  'duplicate-key-first': 'the first use of the key',
} satisfies Readonly<Record<string, string>>;

/** Titles of fixes, by their names in findings. */
export const MANIFEST_FIXES = {
  'keep-manifest-alone': () => 'Keep only the manifest',
  'restore-indentation': () => 'Restore the indentation',
  'restore-line-breaks': () => 'Restore the line breaks',
} satisfies Readonly<Record<string, (args: Args) => string>>;

/** Returns the name of the text around a pasted manifest. */
function surroundings(form: string | number): string {
  return own(SURROUNDINGS, String(form)) ?? String(form);
}

const SURROUNDINGS: Readonly<Record<string, string>> = {
  heredoc: 'a shell command and its heredoc',
  prompt: 'a command line',
  markdown: 'Markdown',
  quote: 'quotation marks (`>`)',
  diff: 'the marks of a diff (its new side is read)',
  'no-break-space': 'no-break spaces in its indentation',
};

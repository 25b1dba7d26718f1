import type { SecretKind } from '../../../share/secret-span.ts';

/**
 * English texts of sharing, of the read-only page and of the embed view. Other languages have the same shape.
 */
export const en = {
  title: 'Share',
  text: 'The link contains the manifests, the request and the view. Browsers do not send this part of the address to any server.',
  kinds: { link: 'Link', read: 'Read-only link', embed: 'Embed code' },
  hints: {
    link: 'Opens the page with everything as it is here. Readers can change their own copy.',
    read: 'Opens the page with manifests that cannot be changed. Readers can try other requests.',
    embed: 'Shows graph, outcome and steps in a page or on a slide. Paste it into the HTML.',
  },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select the text and copy it.',
  size: (kb: string) => `${kb} kB`,
  long: 'Longer than 32 kB: some chat programs and browsers cut such links. Send the files instead, or remove manifests that the request does not need.',
  close: 'Close',
  making: 'Making the link…',
  failed: 'The link could not be made.',
  choices: {
    theme: 'Theme',
    system: 'The reader’s setting',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    pane: 'Shows',
    both: 'Graph and answer',
    graph: 'Graph',
    answer: 'Answer',
  },
  masked: (n: number) =>
    n === 1 ? '1 value that looks secret is replaced:' : `${n} values that look secret are replaced:`,
  included: (n: number) =>
    n === 1
      ? '1 value that looks secret is in the link. Anyone with the link can read it:'
      : `${n} values that look secret are in the link. Anyone with the link can read them:`,
  include: 'Include them in this link',
  places: 'Values that look secret',
  secretKinds: {
    secret: 'Secret',
    key: 'key',
    token: 'token',
    'private-key': 'private key',
    url: 'address',
    header: 'header',
  } as Record<SecretKind, string>,
  fields: { url: 'URL', headers: 'Headers', responseHeaders: 'Headers of the answer' },
  inRequest: (field: string) => `Request: ${field}`,
  line: (file: string, line: number) => `${file}, line ${line}`,
  more: (n: number) => `and ${n} more`,
  readOnly: 'Read-only: the manifests cannot be changed here, but you can try other requests.',
  editCopy: 'Edit a copy',
  open: 'Open in Gammascope',
};

/** The texts of sharing, in any language. */
export type SharingTexts = typeof en;

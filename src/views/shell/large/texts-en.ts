const number = (value: number) => value.toLocaleString('en');
const documents = (n: number) => (n === 1 ? '1 document' : `${number(n)} documents`);

/** English texts of the dialog about a large bundle. Other languages have the same shape. */
export const en = {
  title: 'This bundle is large',
  text: (count: number, mb: string, most: number, mostMb: string) =>
    `${documents(count)}, ${mb} MB. The page is made for up to ${number(most)} documents or ${mostMb} MB. Above that, it reads slowly and may need more memory than the browser gives it.`,
  close: 'Open nothing',
  ways: 'What to open',
  byNamespace: 'Namespaces',
  byFile: 'Files',
  filter: 'Filter',
  counts: (n: number, mb: string) => `${documents(n)}, ${mb} MB`,
  always: (n: number) =>
    n === 0
      ? 'Every document belongs to a namespace.'
      : `${documents(n)} without a namespace always ${n === 1 ? 'comes' : 'come'} along: cluster-scoped objects, tests, and what is no object.`,
  defaulted: 'A namespaced object that names no namespace counts as `default`.',
  unknown:
    'The page knows nothing about what is left out: requests to it, and routes, policies and grants in it, are missing from the answers.',
  none: 'Nothing is chosen.',
  chosen: (n: number, mb: string) => `Chosen: ${documents(n)}, ${mb} MB.`,
  stillLarge: 'This is still above the limit.',
  openChosen: 'Open the chosen part',
  openAll: 'Open everything',
  commandLine: 'Or check everything on the command line, which needs no browser:',
  copy: 'Copy the command',
  nothingHere: 'No namespace has this name.',
  leftOut: 'Left out',
  line: (n: number) =>
    n === 0
      ? 'Only a part of the manifests is open.'
      : `Only a part of the manifests is open; ${documents(n)} were left out.`,
  opened: (names: string) => `Opened namespaces: ${names}.`,
  filesLeft: (names: string) => `Files left out: ${names}.`,
  /** Between two sentences. */
  space: ' ',
  lineMeans: 'Answers about the rest are unknown or missing.',
};

/** The texts of the dialog about a large bundle, in any language. */
export type LargeTexts = typeof en;

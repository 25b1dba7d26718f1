/** English texts of the dialog that loads from a cluster. */
export const en = {
  title: 'Load from cluster',
  text: (version: string) =>
    `Reads from the API server that serves this page (${version}). Nothing is written, Secrets and ConfigMaps are never read, and what is read stays in this browser.`,
  close: 'Close',
  looking: 'Looking at what the cluster has…',
  gone: 'The API server does not answer. Is kubectl proxy still running?',
  noApi: 'No API server answers at the address of this page.',
  refused: (status: number, message: string) => `The API server answers with ${status}: ${message}`,
  forbidden: 'You may not read what the cluster has.',
  retry: 'Try again',
  namespaces: 'Namespaces',
  all: (n: number) => `All ${n}`,
  unlisted: 'Namespaces may not be listed. Name those to read, separated by commas; none: the whole cluster.',
  kinds: 'Kinds',
  policies: 'Policies of other groups',
  load: 'Load',
  cancel: 'Cancel',
  progress: (done: number, total: number, objects: number) =>
    `${objects === 1 ? '1 object' : `${objects} objects`}, ${done} of ${total} lists`,
  nothing: 'Nothing of these kinds is there.',
  loaded: (objects: number) =>
    `${objects === 1 ? '1 object is' : `${objects} objects are`} loaded. These lists could not be read:`,
  everywhere: 'the whole cluster',
  why: {
    forbidden: 'not permitted',
    missing: 'not there',
    expired: 'the list changed too fast',
    unreachable: 'no answer',
    failed: 'error',
  } as Record<string, string>,
  done: 'Done',
};

export type LiveTexts = typeof en;

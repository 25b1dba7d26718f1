/** English texts of the dialog that loads from a cluster. */
export const en = {
  title: 'Load from cluster',
  text: (version: string) =>
    `Reads from the API server that serves this page (${version}). It writes nothing and never reads Secrets or ConfigMaps. The data stays in this browser.`,
  close: 'Close',
  looking: 'Looking for resources in the cluster…',
  gone: 'The API server does not answer. Is kubectl proxy still running?',
  noApi: 'No API server answers at the address of this page.',
  refused: (status: number, message: string) => `The API server answers with ${status}: ${message}`,
  forbidden: 'You are not permitted to read from the cluster.',
  retry: 'Try again',
  namespaces: 'Namespaces',
  all: (n: number) => `All ${n}`,
  unlisted:
    'You are not permitted to list namespaces. Enter the namespaces to read, separated by commas. Leave empty for the whole cluster.',
  kinds: 'Kinds',
  policies: 'Policies of other groups',
  load: 'Load',
  cancel: 'Cancel',
  progress: (done: number, total: number, objects: number) =>
    `${objects === 1 ? '1 object' : `${objects} objects`}, ${done} of ${total} lists`,
  nothing: 'The cluster has no resources of these kinds.',
  loaded: (objects: number) =>
    `${objects === 1 ? '1 object is' : `${objects} objects are`} loaded. These lists could not be read:`,
  everywhere: 'the whole cluster',
  why: {
    forbidden: 'not permitted',
    missing: 'not found',
    expired: 'the list changed too fast',
    unreachable: 'no answer',
    failed: 'error',
  } as Record<string, string>,
  done: 'Done',
};

export type LiveTexts = typeof en;

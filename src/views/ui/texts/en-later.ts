import { EN_ANALYSIS } from './en-analysis.ts';
import { EN_PROFILES } from './en-profiles.ts';

/** The English interface texts that are loaded with the views that show them. */
export const enLater = {
  notes: {
    title: 'Notes on this answer',
    count: (n: number) => (n === 1 ? '1 note on this answer' : `${n} notes on this answer`),
  },
  details: {
    forwarded: 'What the backend receives',
    response: 'Changes to the response',
    set: 'set',
    removed: 'removed',
    redirect: 'Redirect',
    mirrors: 'Mirrored to',
    policies: 'Policies',
    limits: 'Timeouts and retries',
    requestTimeout: 'request timeout',
    backendTimeout: 'timeout of each attempt',
    retryOn: (codes: string) => `retry on ${codes}`,
    attempts: (n: number) => (n === 1 ? 'at most 1 retry' : `at most ${n} retries`),
    backoff: (time: string) => `wait ${time}`,
    session: 'Session',
    timeline: 'Attempts',
    results: {
      answered: 'answered',
      failed: 'failed',
      reset: 'connection reset',
      'backend-timeout': 'attempt timed out',
      'request-timeout': 'request timed out',
    } as Record<string, string>,
  },
  examples: {
    faces: { title: 'Faces', text: 'A producer route for all clients, a consumer route for one namespace.' },
    'faces-50-100': {
      title: 'Two consumer routes',
      text: 'Routes of one namespace are merged; the more specific match wins.',
    },
    canary: { title: 'Canary', text: 'Nine of ten requests go to the old version.' },
    'header-lane': {
      title: 'Header lanes',
      text: 'A header selects the version. Other requests get the default.',
    },
    conflicts: {
      title: 'Conflicts',
      text: 'Equal matches, two kinds on one port, a rule that is never reached.',
    },
    ports: { title: 'Port scoping', text: 'A route for one port does not affect the other ports.' },
    'first-route': {
      title: 'The first route',
      text: 'The first route rejects requests that it does not match.',
    },
    fruits: {
      title: 'Fruits behind a Gateway',
      text: 'A route forwards to two namespaces. Their grants permit it.',
    },
    'shared-gateway': {
      title: 'A shared Gateway',
      text: 'A listener accepts routes from the namespaces that it selects.',
    },
  } as Record<string, { readonly title: string; readonly text: string }>,
  ...EN_ANALYSIS,
  problems: {
    title: 'Problems',
    none: 'No problems found.',
    noneText: (documents: number) =>
      documents === 1 ? '1 document was read.' : `${documents} documents were read.`,
    noneShown: 'No problems at this level.',
    severities: { error: 'Error', warning: 'Warning', info: 'Info' } as Record<string, string>,
    counts: {
      error: (n: number) => (n === 1 ? '1 error' : `${n} errors`),
      warning: (n: number) => (n === 1 ? '1 warning' : `${n} warnings`),
      info: (n: number) => (n === 1 ? '1 note' : `${n} notes`),
    } as Record<string, (n: number) => string>,
    filter: 'Show',
    line: (line: number, column: number) => `line ${line}, column ${column}`,
    fix: 'Fix',
    preview: 'What changes',
    apply: 'Apply',
    cancel: 'Cancel',
    related: 'See also',
  },
  tests: {
    none: 'No tests yet.',
    noneText:
      'Add a RouteTest document to your manifests. Each case is a request with its expected result. The cases run as you type.',
    passed: (n: number) => `${n} passed`,
    failed: (n: number) => `${n} failed`,
    skipped: (n: number) => `${n} skipped`,
    expected: 'expected',
    actual: 'actual',
    use: 'Use this request',
    go: 'Go to the case',
    ok: 'passed',
    notOk: 'failed',
    skippedWord: 'not predicted yet',
    uncertain: (what: string) => `Not certain: ${what} could change this answer and is not simulated.`,
    conditions: 'Conditions',
    nothing: 'nothing',
    /** Sentences of reports, by their English text. */
    values: {
      'no findings': 'no findings',
      'a request': 'a request',
      'a forwarded request': 'a forwarded request',
      'a redirect': 'a redirect',
    } as Record<string, string>,
  },
  status: {
    none: 'Nothing to predict yet.',
    noneText:
      'For every Gateway, route and policy: the conditions that a conformant controller writes, next to the status you pasted.',
    intro: 'Predicted from the manifests, not observed in a cluster.',
    assumed: 'assumed',
    predicted: 'predicted',
    pasted: 'pasted',
    nothing: 'nothing',
    agrees: 'as pasted',
    differs: (n: number) =>
      n === 1 ? '1 difference from the pasted status' : `${n} differences from the pasted status`,
    attached: (listener: string, n: number) => `${listener}: ${n === 1 ? '1 route' : `${n} routes`}`,
    condition: 'Condition',
    value: 'Status',
    reason: 'Reason',
    filter: 'Filter resources',
  },
  profiles: EN_PROFILES,
  notices: {
    dismiss: 'Dismiss',
    actions: {
      undo: 'Undo',
      'back-to-work': 'Back to my work',
      'restart-worker': 'Start again',
      reload: 'Reload',
    } as Record<string, string>,
    'storage-broken': 'Part of the saved work in this browser could not be read. The rest is here.',
    'storage-blocked': 'This browser does not let the page save anything. Use “Share” to keep your work.',
    'link-opened': 'This came with the link. Your own work is kept.',
    'link-broken': (parts: string) => `Part of the link could not be read: ${parts}. The rest is here.`,
    'link-empty': (parts: string) =>
      `The link could not be read (${parts}). It may be incomplete; ask for it again.`,
    'link-newer': 'A newer version of Gammascope made this link. Reload the page, or ask for the files.',
    'work-late': 'Your earlier work was slow to load. It is kept.',
    'update-ready': 'A new version is ready.',
    'editor-menus': 'The editor’s menus change their language after a reload.',
    linkParts: {
      place: 'there is no such lesson or example',
      version: 'a newer format',
      codec: 'an unknown compression',
      base64: 'it contains invalid characters',
      compression: 'it is incomplete',
      'too-large': 'it decompresses to more than 8 MB',
      'utf-8': 'its text is damaged',
      content: 'its content is damaged',
      files: 'some files',
      active: 'the open file',
      request: 'the request',
      compare: 'the second client',
      profile: 'the semantics',
      step: 'the step',
      tab: 'the tab',
    } as Record<string, string>,
    'worker-hung':
      'The analysis of this text took too long. The last good answer stays until your next change.',
    'reading-stopped':
      'The manifests were not read to the end. Answer and graph show the earlier manifests. Your next change continues reading.',
    'worker-crashed': (message: string) =>
      `The analysis failed because of an internal error. It was started again. (${message})`,
    'worker-gone': (message: string) => `The analysis fails repeatedly. (${message})`,
    'file-not-text': (files: string, count: number) =>
      count === 1 ? `${files} is not UTF-8 text.` : `These are not UTF-8 text: ${files}.`,
    'file-too-large': (files: string, count: number) =>
      `${files} ${count === 1 ? 'is' : 'are'} too large (more than 128 MB).`,
    'file-other-kind': (files: string, count: number) =>
      `${files} ${count === 1 ? 'was' : 'were'} left out: only .yaml, .yml and .json files are read.`,
    'files-opened': (n: number) => (n === 1 ? '1 file opened.' : `${n} files opened.`),
    'example-opened': (title: string) => `Example “${title}” opened.`,
    'lesson-left': 'The lesson is closed. Your own work is kept.',
    'part-missing': 'This part of the page could not be fetched. Check the connection and try again.',
    'image-copied': 'The image is on the clipboard.',
    'image-saved': 'The browser does not copy images. The image was saved as answer.png.',
    'image-failed': 'The image could not be made.',
    'work-restored': 'Your earlier work is back.',
    'fix-applied': (title: string) => `Applied: ${title}`,
    'fix-outdated': 'The text has changed since. Try the fix again.',
    'file-closed': (file: string) => (file === '' ? 'Everything closed.' : `${file} closed.`),
    'curl-read': 'Method, URL and headers were taken from the command.',
    'curl-ignored': (options: string) =>
      `Method, URL and headers were taken from the command; ${options} is ignored.`,
    'case-without-request': 'The request of this case is not valid.',
  },
};

/** The interface texts that are loaded later, in any language. */
export type LaterTexts = typeof enLater;

import type { ROUTETEST_CODES } from '../findings/codes-routetest.ts';

type Args = Readonly<Record<string, string | number>>;

/** One English sentence for each code about RouteTest documents. */
export const ROUTETEST_SENTENCES: Readonly<Record<keyof typeof ROUTETEST_CODES, (args: Args) => string>> = {
  'test-field-unknown': ({ field }) => `A RouteTest has no field \`${field}\` here.`,
  'test-field-invalid': ({ field, expected }) => `\`${field}\` should be a ${expected}.`,
  'test-url-invalid': ({ url, problem }) =>
    url === ''
      ? 'The case has no `url`: nobody knows what to request.'
      : `\`${url}\` is no URL that can be followed (${problem}).`,
  'test-profile-unknown': ({ profile, known }) => `There is no profile \`${profile}\`; there are ${known}.`,
  'test-manifest-missing': ({ manifest }) => `The manifest file \`${manifest}\` cannot be read.`,
};

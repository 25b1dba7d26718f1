import type { ROUTETEST_CODES } from '../findings/codes-routetest.ts';
import { type Args, wordsFor } from './finding-words.ts';

/** What a field should have been. */
export const FORMS = {
  text: 'text',
  number: 'number',
  list: 'list',
  mapping: 'mapping',
  boolean: 'boolean',
  'text or list': 'text or list',
  duration: 'duration',
  'number or list': 'number or list',
} satisfies Readonly<Record<string, string>>;

/** What is wrong with a URL. */
export const URL_PROBLEMS = {
  empty: 'it is empty',
  scheme: 'its scheme is none of http, https, grpc, tls, tcp and udp',
  host: 'no host can be read in it',
  'port-missing': 'its scheme needs a port',
  port: 'ports are from 1 to 65535',
  'grpc-path': 'a gRPC URL ends with /package.Service/Method',
} satisfies Readonly<Record<string, string>>;

/** One English sentence for each code about RouteTest documents. */
export const ROUTETEST_SENTENCES: Readonly<Record<keyof typeof ROUTETEST_CODES, (args: Args) => string>> = {
  'test-field-unknown': ({ field }) => `A RouteTest has no field \`${field}\` here.`,
  'test-field-invalid': ({ field, expected }) => `\`${field}\` should be a ${wordsFor(FORMS, expected)}.`,
  'test-url-invalid': ({ url, problem }) =>
    url === ''
      ? 'The case has no `url`: nobody knows what to request.'
      : `\`${url}\` is no URL that can be followed (${wordsFor(URL_PROBLEMS, problem)}).`,
  'test-profile-unknown': ({ profile, known }) => `There is no profile \`${profile}\`; there are ${known}.`,
  'test-manifest-refused': ({ manifest }) =>
    `The manifest file \`${manifest}\` is outside of what a RouteTest may read: .yaml, .yml and .json below the working directory, a folder of \`-f\` or \`--root\`, and not in a hidden folder.`,
  'test-manifest-missing': ({ manifest }) => `The manifest file \`${manifest}\` cannot be read.`,
};

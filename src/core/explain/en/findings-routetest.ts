import type { ROUTETEST_CODES } from '../../findings/codes-routetest.ts';
import { type Args, wordsFor } from '../finding-words.ts';

/** The types that a field of a RouteTest can have. */
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
  scheme: 'its scheme must be http, https, grpc, tls, tcp or udp',
  host: 'it has no valid host',
  'port-missing': 'its scheme needs a port',
  port: 'a port must be between 1 and 65535',
  'grpc-path': 'a gRPC URL must end with /package.Service/Method',
} satisfies Readonly<Record<string, string>>;

/** One English sentence for each code about RouteTest documents. */
export const ROUTETEST_SENTENCES: Readonly<Record<keyof typeof ROUTETEST_CODES, (args: Args) => string>> = {
  'test-field-unknown': ({ field }) => `A RouteTest has no field \`${field}\` here.`,
  'test-field-invalid': ({ field, expected }) => `\`${field}\` must be a ${wordsFor(FORMS, expected)}.`,
  'test-url-invalid': ({ url, problem }) =>
    url === ''
      ? 'The case has no `url`, so there is nothing to request.'
      : `\`${url}\` is not a valid URL (${wordsFor(URL_PROBLEMS, problem)}).`,
  'test-profile-unknown': ({ profile, known }) =>
    `There is no profile \`${profile}\`. The profiles are ${known}.`,
  'test-manifest-refused': ({ manifest }) =>
    `A RouteTest must not read the manifest file \`${manifest}\`. It may read .yaml, .yml and .json files below the working directory or a folder of \`-f\` or \`--root\`, except in hidden folders.`,
  'test-manifest-missing': ({ manifest }) => `The manifest file \`${manifest}\` cannot be read.`,
};

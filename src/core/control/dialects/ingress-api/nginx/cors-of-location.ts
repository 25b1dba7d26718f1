import type { Condition } from '../../../../ir/condition.ts';
import type { Filter, HeaderChange } from '../../../../ir/filter.ts';
import type { Origin } from '../../../../ir/origin.ts';
import type { CORSSettings } from './nginx-settings.ts';

/** Returns the condition that the origin of a request is allowed. Without a list, every request is (I-717). */
export function originCondition({ origins }: CORSSettings, origin: Origin): readonly Condition[] {
  if (origins.includes('*')) return [];
  return [
    {
      of: 'header',
      name: 'origin',
      on: 'header:origin',
      op: 'regex',
      value: originsPattern(origins),
      shown: origins.join(', '),
      origin,
    },
  ];
}

/** Returns an expression of the allowed origins. Its start is open, and `*` is one label. */
function originsPattern(origins: readonly string[]): string {
  return `^(?s:.*)(?i:${origins.map(originPattern).join('|')})$`;
}

function originPattern(origin: string): string {
  return origin
    .replace(/[^A-Za-z0-9*]/g, (character) => `\\${character}`)
    .replace('*', '[A-Za-z0-9-]+')
    .replaceAll('*', '\\*');
}

/** Returns the headers of the answer to a preflight. The allowed origin is that of the request. */
export function corsHeaders(settings: CORSSettings): HeaderChange {
  const { methods, headers, credentials, maxAge, exposeHeaders, origins } = settings;
  return {
    set: [
      ...(origins.includes('*') ? [{ name: 'Access-Control-Allow-Origin', value: '*' }] : []),
      ...(credentials ? [{ name: 'Access-Control-Allow-Credentials', value: 'true' }] : []),
      { name: 'Access-Control-Allow-Methods', value: methods },
      { name: 'Access-Control-Allow-Headers', value: headers },
      ...(exposeHeaders === '' ? [] : [{ name: 'Access-Control-Expose-Headers', value: exposeHeaders }]),
      { name: 'Access-Control-Max-Age', value: maxAge },
    ],
    add: [],
    remove: [],
  };
}

/** Returns the filters of the responses to other requests: with a list, only allowed origins get headers. */
export function corsFilters(settings: CORSSettings, origin: Origin): readonly Filter[] {
  const { origins } = settings;
  if (origins.includes('*')) return [{ kind: 'response-headers', change: corsHeaders(settings), origin }];
  const listed = (text: string) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return [
    {
      kind: 'envoy-cors',
      acts: 'on-response',
      policy: {
        allowOrigins: [{ kind: 'regex', value: originsPattern(origins) }],
        allowCredentials: settings.credentials,
        allowMethods: listed(settings.methods),
        allowHeaders: listed(settings.headers),
        exposeHeaders: listed(settings.exposeHeaders),
        maxAge: Number(settings.maxAge),
        forwardsUnmatched: true,
      },
      origin,
    },
  ];
}

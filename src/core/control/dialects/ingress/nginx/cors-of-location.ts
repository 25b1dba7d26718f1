import type { Condition } from '../../../../ir/condition.ts';
import type { CORSPolicy, HeaderChange } from '../../../../ir/filter.ts';
import type { Origin } from '../../../../ir/origin.ts';
import type { CORSSettings } from './nginx-settings.ts';

/** Returns the condition that the origin of a request is allowed. Without a list, every request is (I-717). */
export function originCondition({ origins }: CORSSettings, origin: Origin): readonly Condition[] {
  if (origins.includes('*')) return [];
  // The start of the expression is open. `*` is one label.
  const value = `^(?s:.*)(?i:${origins.map(originPattern).join('|')})$`;
  return [{ of: 'header', name: 'origin', on: 'header:origin', op: 'regex', value, origin }];
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

/** Returns what the responses to other requests say. */
export function corsPolicy(settings: CORSSettings): CORSPolicy {
  const listed = (text: string) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return {
    allowOrigins: settings.origins,
    allowCredentials: settings.credentials,
    allowMethods: listed(settings.methods),
    allowHeaders: listed(settings.headers),
    exposeHeaders: listed(settings.exposeHeaders),
    maxAge: Number(settings.maxAge),
  };
}

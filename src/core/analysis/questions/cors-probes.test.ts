import { describe, expect, test } from 'vitest';
import { analyse } from '../../index.ts';
import { difference } from './difference.ts';

function worldOf(policy: string, match = '', others = '') {
  const rule = `{${match}corsPolicy: ${policy}, route: [{destination: {host: tea}}]}`;
  const text = `apiVersion: v1
kind: Service
metadata: {name: tea, namespace: cafe}
spec: {selector: {app: tea}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: tea, namespace: cafe}
spec: {hosts: [tea], http: [${others}${rule}]}
`;
  const { control, profile } = analyse([{ file: 'a.yaml', text }]);
  return { ir: control.ir, profile };
}

/** Returns the origins of the examples of all changes, and whether there may be others. */
function compared(before: string, after: string, match?: string, others?: string) {
  const { changes, complete } = difference(worldOf(before, match, others), worldOf(after, match, others));
  const origins = changes.map(({ request }) => request.headers.find(([name]) => /^origin$/i.test(name))?.[1]);
  return { origins: [...new Set(origins)], complete };
}

const regex = (text: string) => `{allowOrigins: [{regex: '${text}'}]}`;

describe('the difference of two CORS policies of Envoy', () => {
  test.each([
    ['other origins', '{allowOrigins: [{exact: "https://a"}]}', '{allowOrigins: [{exact: "https://b"}]}'],
    ['a prefix', '{allowOrigins: [{prefix: "https://a"}]}', '{allowOrigins: [{prefix: "https://a."}]}'],
    ['patterns with a common match', regex('https://[a-z]+'), regex('https://[a-z0-9]+')],
    [
      'a star and a list of methods',
      '{allowOrigin: ["*"], allowMethods: ["*"]}',
      '{allowOrigin: ["*"], allowMethods: [PUT]}',
    ],
    [
      'a star and a list of headers',
      '{allowOrigin: ["*"], allowHeaders: ["*"]}',
      '{allowOrigin: ["*"], allowHeaders: [x-a]}',
    ],
    ['preflights of other origins', `{allowOrigin: [a]}`, '{allowOrigin: [a], unmatchedPreflights: IGNORE}'],
    ['the age', '{allowOrigin: [a], maxAge: 1s}', '{allowOrigin: [a], maxAge: 1m}'],
  ])('is found for %s', (_, before, after) => {
    const { origins, complete } = compared(before, after);
    expect(origins.length).toBeGreaterThan(0);
    expect(origins).not.toContain(undefined);
    expect(complete).toBe(true);
  });

  test.each([
    ['the order', '{allowOrigin: [a, b]}', '{allowOrigins: [{exact: b}, {exact: a}]}'],
    ['a way to write a pattern', regex('https://(a|b)'), regex('https://[ab]')],
    [
      'a match inside another one',
      '{allowOrigins: [{prefix: a}]}',
      '{allowOrigins: [{prefix: a}, {exact: ab}]}',
    ],
    ['a duration', '{allowOrigin: [a], maxAge: 60s}', '{allowOrigin: [a], maxAge: 1m}'],
    ['all origins', '{allowOrigin: ["*"]}', '{allowOrigin: ["*"], unmatchedPreflights: IGNORE}'],
  ])('is none for %s', (_, before, after) => {
    expect(compared(before, after)).toEqual({ origins: [], complete: true });
  });

  test('is none for an age that only preflights have, at a rule for another method', () => {
    const match = 'match: [{method: {exact: GET}}], ';
    expect(compared('{allowOrigin: [a]}', '{allowOrigin: [a], maxAge: 1m}', match)).toEqual({
      origins: [],
      complete: true,
    });
  });

  test('is open if a pattern cannot be read, or if other rules take the examples', () => {
    expect(compared(regex('(?=a)'), regex('(?=b)'))).toEqual({ origins: [], complete: false });
    const rival = '{match: [{headers: {origin: {regex: "a.*"}}}], route: [{destination: {host: tea}}]}, ';
    const found = compared('{allowOrigins: [{prefix: a}]}', '{allowOrigins: [{prefix: ab}]}', '', rival);
    expect(found).toEqual({ origins: [], complete: false });
  });
});

import { describe, expect, test } from 'vitest';
import type { SimRequest } from '../ir/request.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import { findProfile } from '../profile/profiles.ts';
import { receiveRequest } from './receive-request.ts';

const REQUEST: SimRequest = {
  from: { namespace: 'a', workload: null, inMesh: true },
  gateway: null,
  protocol: 'http',
  method: 'GET',
  scheme: 'http',
  host: 'web',
  port: 80,
  portWritten: false,
  path: '/',
  query: '',
  headers: [],
  sni: null,
  podOf: null,
  backend: null,
};
const ISTIO = findProfile('istio') as Profile;
const GATEWAY = findProfile('envoy-gateway') as Profile;

describe('what a data plane makes of a request before any route', () => {
  test.each([
    ['bytes beyond ASCII, raw', { path: '/é' }, GATEWAY_API, 'path'],
    ['white space in the path', { path: '/a b' }, GATEWAY_API, 'path'],
    ['an unknown method', { method: 'FOO' }, ISTIO, 'method'],
    ['a method in small letters', { method: 'get' }, ISTIO, 'method'],
    ['CONNECT with a path', { method: 'CONNECT' }, ISTIO, 'method'],
    ['a null character', { path: '/%00' }, ISTIO, 'null-character'],
    ['an underscore', { headers: [['x_a', '1']] as const }, GATEWAY, 'underscore'],
  ])('%s is refused', (_what, change, profile, why) => {
    expect(receiveRequest({ ...REQUEST, ...change }, profile)).toEqual({ as: 'refused', why });
  });

  test.each([
    ['an unknown method', { method: 'FOO' }, GATEWAY_API],
    ['an underscore', { headers: [['x_a', '1']] as const }, ISTIO],
    ['any method of gRPC', { protocol: 'grpc' as const, method: 'FOO' }, ISTIO],
    ['a raw connection', { protocol: 'tcp' as const, path: '/é' }, ISTIO],
  ])('%s is taken', (_what, change, profile) => {
    const request = { ...REQUEST, ...change };
    expect(receiveRequest(request, profile)).toEqual({ as: 'request', request });
  });

  test('a path is normalised, and an encoded slash redirected', () => {
    expect(receiveRequest({ ...REQUEST, path: '/x/../a' }, ISTIO)).toEqual({
      as: 'request',
      request: { ...REQUEST, path: '/a' },
    });
    expect(receiveRequest({ ...REQUEST, path: '/a%2Fb' }, GATEWAY)).toEqual({ as: 'redirect', path: '/a/b' });
  });
});

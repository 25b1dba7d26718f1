import { describe, expect, test } from 'vitest';
import type { SimRequest } from '../../ir/request.ts';
import { GATEWAY_API } from '../../profile/profile.ts';
import { changeRequest } from './change-request.ts';

const MESH: SimRequest = {
  from: { namespace: 'web', workload: null, inMesh: true },
  gateway: null,
  protocol: 'http',
  method: 'GET',
  scheme: 'http',
  host: 'cart.shop',
  port: 80,
  portWritten: false,
  path: '/s.S/M',
  query: 'a=1&b=2',
  headers: [
    ['X-A', '1'],
    ['Y', '2'],
    ['x-a', '3'],
  ],
  sni: null,
  podOf: null,
  backend: null,
};
const GATEWAY: SimRequest = {
  ...MESH,
  from: null,
  gateway: { namespace: 'shop', name: 'edge', listener: null },
  host: 'a.example',
  headers: [],
};

const change = (request: SimRequest, key: string, value: string | null) =>
  changeRequest(request, new Map([[key, value]]), GATEWAY_API);

describe('a request with another value', () => {
  test.each<[string, string | null, Partial<SimRequest>]>([
    ['path', '/b', { path: '/b' }],
    ['path', null, {}],
    ['method', 'PUT', { method: 'PUT' }],
    ['grpc-service', 't.T', { path: '/t.T/M' }],
    ['grpc-method', 'N', { path: '/s.S/N' }],
    [
      'header:y',
      '4',
      {
        headers: [
          ['X-A', '1'],
          ['Y', '4'],
          ['x-a', '3'],
        ],
      },
    ],
    ['header:z', '4', { headers: [...MESH.headers, ['z', '4']] }],
    // The first header replaces all repetitions.
    [
      'header:x-a',
      '4',
      {
        headers: [
          ['X-A', '4'],
          ['Y', '2'],
        ],
      },
    ],
    ['header:x-a', null, { headers: [['Y', '2']] }],
    ['query:a', '3', { query: 'b=2&a=3' }],
    ['query:a', null, { query: 'b=2' }],
    ['query:c', '3', { query: 'a=1&b=2&c=3' }],
    ['moon-phase:x', 'full', {}],
  ])('%s %s', (key, value, expected) => {
    expect(change(MESH, key, value)).toEqual({ ...MESH, ...expected });
  });

  test('in a mesh keeps its address under another hostname', () => {
    expect(change(MESH, 'host', 'b.example')).toEqual({
      ...MESH,
      headers: [...MESH.headers, ['host', 'b.example']],
    });
    expect(change(MESH, 'host', null)).toEqual(MESH);
    const tls: SimRequest = { ...MESH, protocol: 'tls', scheme: 'tls', sni: 'cart.shop' };
    expect(change(tls, 'host', 'b.example')).toEqual({ ...tls, sni: 'b.example' });
  });

  test('at a Gateway names the host in its URL', () => {
    expect(change(GATEWAY, 'host', 'b.example')).toEqual({ ...GATEWAY, host: 'b.example' });
    // The URL replaces the previous Host header.
    const given: SimRequest = {
      ...GATEWAY,
      headers: [
        ['Host', 'c.example'],
        ['x', '1'],
      ],
    };
    expect(change(given, 'host', 'b.example')).toEqual({
      ...GATEWAY,
      host: 'b.example',
      headers: [['x', '1']],
    });
    const secure: SimRequest = { ...GATEWAY, scheme: 'https', sni: 'a.example' };
    expect(change(secure, 'host', 'b.example')).toEqual({ ...secure, host: 'b.example', sni: 'b.example' });
    const tls: SimRequest = { ...GATEWAY, protocol: 'tls', scheme: 'tls', sni: 'a.example' };
    expect(change(tls, 'host', 'b.example')).toEqual({ ...tls, sni: 'b.example', host: 'b.example' });
  });

  test('at a Gateway writes a header where the value is not the name alone', () => {
    for (const [value, name] of [
      ['b.example:8443', 'b.example'],
      ['b.example.', 'b.example'],
    ] as const) {
      expect(change(GATEWAY, 'host', value)).toEqual({ ...GATEWAY, host: name, headers: [['host', value]] });
    }
    const secure: SimRequest = { ...GATEWAY, scheme: 'https', sni: 'a.example' };
    expect(change(secure, 'host', 'no name')).toEqual({ ...secure, headers: [['host', 'no name']] });
  });
});

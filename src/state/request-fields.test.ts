import { describe, expect, test } from 'vitest';
import { formOf } from './form-of-request.ts';
import { EMPTY_REQUEST, type RequestFields, readDuration, readRequest } from './request-fields.ts';

const form = (change: Partial<RequestFields>): RequestFields => ({
  ...EMPTY_REQUEST,
  from: 'fast-clients/blender',
  url: 'http://smiley.faces/center?x=1',
  ...change,
});

describe('the request form', () => {
  test('reads sender, URL and headers', () =>
    expect(readRequest(form({ headers: 'X-User: ana\n\nx-lane:blue' }))).toMatchObject({
      ok: true,
      request: {
        from: { namespace: 'fast-clients', workload: 'blender', inMesh: true },
        host: 'smiley.faces',
        path: '/center',
        query: 'x=1',
        headers: [
          ['X-User', 'ana'],
          ['x-lane', 'blue'],
        ],
        backend: null,
      },
    }));
  test('reads a gateway with a listener', () =>
    expect(readRequest(form({ from: 'gateway:infra/kong:proxy' }))).toMatchObject({
      request: { from: null, gateway: { namespace: 'infra', name: 'kong', listener: 'proxy' } },
    }));
  test('sets the behaviour of backends only when the form has it', () =>
    expect(readRequest(form({ latency: '1s', failTimes: 2 }))).toMatchObject({
      request: { backend: { latency: 1000, failFirst: { times: 2, how: 'status', status: 503 } } },
    }));
  test('a gRPC request is a POST', () =>
    expect(readRequest(form({ url: 'grpc://a.b/p.S/M', method: 'GET' }))).toMatchObject({
      request: { method: 'POST', protocol: 'grpc' },
    }));
  test('names every invalid field', () =>
    expect(
      readRequest(
        form({ from: '', url: 'ftp://x', headers: 'ok: 1\nnot a header', latency: 'soon', podOf: 'x' }),
      ),
    ).toEqual({
      ok: false,
      problems: [
        { field: 'from' },
        { field: 'url', problem: 'scheme' },
        { field: 'headers', line: 2 },
        { field: 'podOf' },
        { field: 'latency' },
      ],
    }));
  test.each([
    form({}),
    form({ url: 'grpc://a.b:9000/p.S/M', method: 'POST' }),
    form({ from: 'gateway:infra/kong', inMesh: true, headers: 'a: b\nc: d' }),
    form({ inMesh: false, latency: '250ms', failTimes: 3, failHow: 'reset' }),
    form({ podOf: 'faces/smiley', responseHeaders: 'a: b\nc: d' }),
    form({ url: 'https://a.b/', sni: 'other.example' }),
  ])('is restored from a request %#', (each) => {
    const read = readRequest(each);
    expect(read.ok && formOf(read.request)).toEqual(each);
  });
});

test.each([
  ['', 0],
  ['250ms', 250],
  ['1m30s', 90_000],
  ['0.5s', 500],
  ['2', null],
  ['-1s', null],
])('the duration "%s"', (text, milliseconds) => expect(readDuration(text)).toBe(milliseconds));

import { describe, expect, test } from 'vitest';
import { collectFindings } from '../src/core/index.ts';
import { concernsHost, converted, isCovered } from './conversion-answers.ts';
import { TRAPS } from './conversion-traps.ts';
import { load, readRequest } from './manifests.ts';

function request(text: string) {
  const [line = '', ...headers] = text.split(' | ');
  const [method, url] = line.split(' ');
  const named = headers.map((header) => header.split(': ') as [string, string]);
  return readRequest({ ingress: 'nginx', method, url, headers: Object.fromEntries(named) });
}

describe('the traps of a conversion', () => {
  test('there is a case for each trap', () => {
    const numbers = new Set(TRAPS.map(({ name }) => name.slice(0, 4)));
    expect([...numbers]).toEqual(
      Array.from({ length: 30 }, (_, at) => `T-${String(at + 1).padStart(2, '0')}`),
    );
  });

  test.each(TRAPS.map((trap) => [trap.name, trap] as const))('%s', (_, { world, requests, losses = [] }) => {
    const snapshot = load(world);
    const { conversion, answers, after } = converted(snapshot);
    const codes = conversion.losses.map(({ why }) => why.code);
    const found = Object.entries(requests).map(([text, expected]) => {
      const both = answers(request(text));
      if (both.isSame) return [text, 'kept'];
      const { host } = request(text);
      const topics = conversion.proof.changes.filter((change) => concernsHost(change, host));
      const [word, name] = expected.split(' ');
      const isNamed =
        word === 'change'
          ? topics.some(({ topic }) => topic === name)
          : word === 'loss' &&
            codes.some((code) => code === name) &&
            isCovered(request(text), both, conversion);
      return [
        text,
        isNamed
          ? expected
          : `${both.before.kind} ${both.before.status} → ${both.after.kind} ${both.after.status}`,
      ];
    });
    expect(Object.fromEntries(found)).toEqual(requests);
    expect(codes).toEqual(expect.arrayContaining([...losses]));
    expect(conversion.proof.complete).toBe(true);
    const errors = collectFindings(after).filter(
      ({ severity, site }) => severity === 'error' && site.file === 'converted.yaml',
    );
    expect(errors).toEqual([]);
  });

  test('a protection that is lost is an error, and nothing gets through', () => {
    const trap = TRAPS.find(({ name }) => name.startsWith('T-26'));
    const { conversion, answers } = converted(load(trap?.world ?? []));
    const lost = conversion.losses
      .filter(({ severity }) => severity === 'error')
      .map(({ resource }) => resource);
    expect(lost.sort()).toEqual(['Ingress/demo/b', 'Ingress/demo/m', 'Ingress/demo/u', 'Ingress/demo/w']);
    for (const host of ['wl.test', 'basic.test', 'url.test', 'mtls.test'])
      expect([host, answers(request(`GET http://${host}/app`)).after.kind]).toEqual([host, 'failed']);
  });
});

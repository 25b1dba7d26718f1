import { describe, expect, test } from 'vitest';
import { grant, load, manifest } from '../../../../../../tests/manifests.ts';
import { type CertificateResult, resolveCA, resolveCertificate } from './object-reference.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';
const REFERRER = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'shop' };
const REF = { group: '', kind: 'Secret', namespace: 'shop', name: 'cert' };

const secret = (name: string, stringData: object) => manifest('v1', 'Secret', name, { stringData });
const configMap = (name: string, data: object) => manifest('v1', 'ConfigMap', name, { data });
const PAIR = { 'tls.crt': PEM, 'tls.key': PEM };
const MADE = manifest('cert-manager.io/v1', 'Certificate', 'shop/any', { spec: { secretName: 'cert' } });

describe('a certificate with its key', () => {
  test.each<[string, object[], Partial<typeof REF>, CertificateResult]>([
    ['is there', [secret('shop/cert', PAIR)], {}, 'ok'],
    ['has no key', [secret('shop/cert', { 'tls.crt': PEM })], {}, 'missing'],
    ['has a key alone', [secret('shop/cert', { 'tls.key': PEM })], {}, 'missing'],
    ['is no PEM', [secret('shop/cert', { ...PAIR, 'tls.crt': 'text' })], {}, 'missing'],
    ['is encrypted', [secret('shop/cert', { 'tls.crt': 'ENC[a]', 'tls.key': 'ENC[b]' })], {}, 'ok'],
    ['is of another kind', [secret('shop/cert', PAIR)], { kind: 'ConfigMap' }, 'kind'],
    ['is of another group', [secret('shop/cert', PAIR)], { group: 'example.com' }, 'kind'],
    ['is in another namespace', [secret('other/cert', PAIR)], { namespace: 'other' }, 'not-permitted'],
    [
      'is in another namespace that grants it',
      [
        secret('other/cert', PAIR),
        grant('other/g', { kind: 'Gateway', namespace: 'shop' }, { group: '', kind: 'Secret' }),
      ],
      { namespace: 'other' },
      'ok',
    ],
    ['is not declared, and no other is', [], {}, 'ok'],
    [
      'is not declared, and Secrets of another use are',
      [secret('shop/password', { password: 'x' })],
      {},
      'ok',
    ],
    [
      'is not declared, and a certificate without its key is',
      [secret('shop/half', { 'tls.crt': PEM })],
      {},
      'ok',
    ],
    ['is not declared, and other certificates are', [secret('shop/other', PAIR)], {}, 'missing'],
    ['is made by a controller', [secret('shop/other', PAIR), MADE], {}, 'ok'],
    [
      'is made by a controller under another name',
      [secret('shop/other', PAIR), MADE],
      { name: 'more' },
      'missing',
    ],
  ])('%s', (_what, manifests, ref, expected) => {
    expect(resolveCertificate(REFERRER, { ...REF, ...ref }, load(manifests).cluster)).toBe(expected);
  });
});

describe('a CA certificate', () => {
  const CA = { 'ca.crt': PEM };
  const MAP = { ...REF, kind: 'ConfigMap' };
  test.each<[string, object[], typeof REF, CertificateResult]>([
    ['is in a ConfigMap', [configMap('shop/cert', CA)], MAP, 'ok'],
    ['is in a Secret', [secret('shop/cert', CA)], REF, 'ok'],
    ['is under another key', [configMap('shop/cert', { 'tls.crt': PEM })], MAP, 'missing'],
    ['is in an object of another kind', [configMap('shop/cert', CA)], { ...REF, kind: 'Bundle' }, 'kind'],
    [
      'is in an object of another group',
      [configMap('shop/cert', CA)],
      { ...MAP, group: 'example.com' },
      'kind',
    ],
    [
      'is in another namespace',
      [configMap('other/cert', CA)],
      { ...MAP, namespace: 'other' },
      'not-permitted',
    ],
    ['is not declared, and no other is', [secret('shop/other', CA)], MAP, 'ok'],
    ['is not declared, and others are', [configMap('shop/other', CA)], MAP, 'missing'],
    ['is made by a controller', [secret('shop/other', CA), MADE], REF, 'ok'],
    ['is encrypted', [secret('shop/cert', { 'ca.crt': 'ENC[a]' })], REF, 'ok'],
  ])('%s', (_what, manifests, ref, expected) => {
    expect(resolveCA(REFERRER, ref, load(manifests).cluster)).toBe(expected);
  });
});

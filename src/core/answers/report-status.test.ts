import { expect, test } from 'vitest';
import { load, manifest } from '../../../tests/manifests.ts';
import { reportStatus } from './report-status.ts';

const ingress = (status: object) =>
  manifest('networking.k8s.io/v1', 'Ingress', 'shop/i', { spec: { rules: [{ host: 'a.test' }] }, status });

test.each([
  ['no status', {}, []],
  [
    'addresses',
    { loadBalancer: { ingress: [{ ip: '192.0.2.1' }, { hostname: 'lb.test' }] } },
    [{ resource: 'Ingress/shop/i', predicted: false, addresses: ['192.0.2.1', 'lb.test'] }],
  ],
])('an Ingress with %s', (_, status, expected) => {
  expect(reportStatus(load([ingress(status)]))).toMatchObject(expected);
});

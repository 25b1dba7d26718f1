import { describe, expect, test } from 'vitest';
import { analyse, type Snapshot } from '../index.ts';
import { PROFILES } from '../profile/profiles.ts';
import { reportDifference } from './report-difference.ts';

const WORLD = `
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  selector: {matchLabels: {app: api}}
  template: {metadata: {labels: {app: api}}, spec: {serviceAccountName: api, containers: [{name: a, image: a}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: front, namespace: web}
spec:
  selector: {matchLabels: {app: front}}
  template: {metadata: {labels: {app: front}}, spec: {serviceAccountName: front, containers: [{name: a, image: a}]}}
`;

const policy = (spec: string) => `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: rules, namespace: shop}
spec: ${spec}
`;
const mode = (word: string) => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: mode, namespace: shop}
spec: {mtls: {mode: ${word}}}
`;
const route = (timeout: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: api, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: api}]
  rules: [{backendRefs: [{name: api, port: 80}], timeouts: {request: ${timeout}}}]
`;

function read(text: string, profile = PROFILES.istio): Snapshot {
  return analyse([{ file: 'world.yaml', text: WORLD + text }], { profile });
}

const READERS = policy(
  '{rules: [{from: [{source: {namespaces: [web]}}], to: [{operation: {methods: [GET]}}]}]}',
);

describe('a changed access policy', () => {
  test('is a change with a client and a request that show it, and the comparison is not complete', () => {
    const stricter = READERS.replace('[web]', '[shop]');
    const { changes, complete, sampled } = reportDifference(read(READERS), read(stricter));
    expect(complete).toBe(false);
    expect(sampled).toEqual(['AuthorizationPolicy/shop/rules']);
    const kinds = changes.map(({ witness, before, after }) => [witness.from, before.kind, after.kind]);
    expect(kinds).toEqual([
      ['shop/api', 'denied', 'passed-through'],
      ['web/front', 'passed-through', 'denied'],
    ]);
  });

  test('is found by a method and a path of its rules', () => {
    const both = READERS.replace('[GET]', '[GET, POST]');
    const { changes } = reportDifference(read(READERS), read(both));
    expect(changes.map(({ witness }) => [witness.from, witness.method])).toEqual([['web/front', 'POST']]);
  });

  test('that only clients outside the mesh see is not passed over in silence', () => {
    const { changes, complete, sampled } = reportDifference(read(mode('PERMISSIVE')), read(mode('STRICT')));
    expect({ changes, complete, sampled }).toEqual({
      changes: [],
      complete: false,
      sampled: ['PeerAuthentication/shop/mode'],
    });
  });

  test('is not simulated under the profile of another mesh', () => {
    const { linkerd } = PROFILES;
    const { sampled, notSimulated } = reportDifference(
      read(READERS, linkerd),
      read(READERS.replace('web', 'shop'), linkerd),
    );
    expect(sampled).toEqual([]);
    expect(notSimulated).toEqual(['AuthorizationPolicy/shop/rules']);
  });
});

describe('access policies that do not change', () => {
  test('leave a comparison of the same manifests complete', () => {
    const { complete, changes } = reportDifference(read(READERS), read(READERS));
    expect({ complete, changes }).toEqual({ complete: true, changes: [] });
  });

  test('keep routes that change from being compared completely', () => {
    const before = read(READERS + route('1s'));
    const { changes, complete } = reportDifference(before, read(READERS + route('2s')));
    expect(complete).toBe(false);
    expect(changes.length).toBeGreaterThan(0);
  });

  test('have no effect on a Service that they do not select', () => {
    const elsewhere = READERS.replace('namespace: shop', 'namespace: web');
    const { changes, complete } = reportDifference(
      read(elsewhere + route('1s')),
      read(elsewhere + route('2s')),
    );
    expect(complete).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
  });
});

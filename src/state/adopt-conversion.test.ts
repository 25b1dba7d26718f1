import { beforeEach, expect, test } from 'vitest';
import { reportConversion } from '../core/convert/report-conversion.ts';
import { analyse, presentSnapshot } from '../core/index.ts';
import { AUTO } from '../core/profile/profile-names.ts';
import type { AnalysisWorker } from '../worker/analysis-client.ts';
import { adoptConversion } from './adopt-conversion.ts';
import { undo } from './files.ts';
import { keepWitnesses, WITNESS_FILE } from './keep-witnesses.ts';
import type { TextFile } from './model.ts';
import { convertPresent, isConversionCurrent, moveOf, stopConversion } from './move.ts';
import { isAdopted, shownTabs, sourcesOf } from './selectors.ts';
import { store, update } from './store.ts';

const BUNDLE = `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: nginx}
spec: {controller: k8s.io/ingress-nginx}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {ports: [{port: 8080}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations: {nginx.ingress.kubernetes.io/auth-type: basic, nginx.ingress.kubernetes.io/auth-secret: users}
spec:
  ingressClassName: nginx
  rules:
  - host: shop.example.com
    http:
      paths:
      - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 8080}}}}
      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
`;
const FILES: readonly TextFile[] = [{ name: 'shop.yaml', text: BUNDLE }];

/** A thread that answers at once, or never. */
function threadOf(answers: boolean): AnalysisWorker {
  const worker: AnalysisWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: (question) => {
      if (question.kind !== 'conversion' || !answers) return;
      const conversion = reportConversion(analyse(question.sources), {});
      const data = { kind: 'conversion', ticket: question.ticket, conversion } as const;
      worker.onmessage?.({ data } as MessageEvent);
    },
  };
  return worker;
}

const convert = () => convertPresent(() => threadOf(true));
const names = () => store.getState().files.map(({ name }) => name);
const suites = () => presentSnapshot(analyse(sourcesOf(store.getState().files))).suites;

beforeEach(() => {
  update({
    files: FILES,
    active: 'shop.yaml',
    profile: AUTO,
    mode: 'edit',
    move: null,
    history: [],
    tab: 'move',
  });
  update(({ request }) => ({ request: { ...request, from: 'gateway:IngressClass/nginx' } }));
});

test('an adoption replaces the Ingresses, and undo restores them with their conversion', () => {
  convert();
  adoptConversion('Gateway API');
  const { files, active, request, notices } = store.getState();
  expect(names()).toEqual(['shop.yaml', 'gateway-api.yaml']);
  expect(files[0]?.text).not.toContain('kind: Ingress\n');
  expect(files[1]?.text).toContain('kind: HTTPRoute');
  expect([active, request.from]).toEqual(['gateway-api.yaml', 'gateway:shop/nginx']);
  expect(notices.at(-1)).toMatchObject({ kind: { name: 'fix-applied' }, action: 'undo' });
  expect(isAdopted(store.getState())).toBe(true);
  update({ tab: 'trace', view: null });
  expect(shownTabs(store.getState())).toContain('move');
  undo();
  expect(store.getState().files).toBe(FILES);
  expect(store.getState().request.from).toBe('gateway:IngressClass/nginx');
  expect([isAdopted(store.getState()), isConversionCurrent(store.getState())]).toEqual([false, true]);
  expect(shownTabs(store.getState())).not.toContain('move');
});

test('a conversion of earlier texts is not adopted', () => {
  convert();
  update({ files: [...FILES, { name: 'more.yaml', text: '' }] });
  adoptConversion('Gateway API');
  expect(names()).toEqual(['shop.yaml', 'more.yaml']);
  expect(store.getState().notices.at(-1)?.kind.name).toBe('fix-outdated');
});

test('kept witnesses pass before the adoption, and fail after it', () => {
  convert();
  const changes = moveOf(store.getState()).result?.report.proof.changes.length ?? 0;
  keepWitnesses();
  expect(store.getState()).toMatchObject({ active: WITNESS_FILE, tab: 'tests' });
  expect(suites()[0]?.cases.map(({ ok }) => ok)).toEqual(Array(changes).fill(true));
  expect(changes).toBeGreaterThan(0);
  // The tests change nothing that is converted.
  expect(isConversionCurrent(store.getState())).toBe(true);
  adoptConversion('Gateway API');
  expect(suites()[0]?.cases.map(({ ok }) => ok)).toEqual(Array(changes).fill(false));
});

test('a stopped conversion starts again only when it is asked for', () => {
  convertPresent(() => threadOf(false));
  expect(moveOf(store.getState()).asked?.state).toBe('working');
  stopConversion();
  convert();
  expect(moveOf(store.getState()).asked?.state).toBe('stopped');
  update({ files: [...FILES] });
  convert();
  expect(moveOf(store.getState())).toMatchObject({ asked: null });
});

test('nothing is adopted or kept in a page that only reads', () => {
  convert();
  update({ mode: 'read' });
  adoptConversion('Gateway API');
  keepWitnesses();
  expect(store.getState().files).toBe(FILES);
});

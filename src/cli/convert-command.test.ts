import { describe, expect, test } from 'vitest';
import { analyse } from '../core/pipeline.ts';
import { UsageError } from './arguments.ts';
import { convertCommand } from './convert-command.ts';

const INGRESS = (name: string, host: string, more = '') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, namespace: demo${more}}
spec:
  ingressClassName: main
  tls: [{hosts: [${host}], secretName: cert}]
  rules:
  - host: ${host}
    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}]}
`;

const WORLD = `
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: main}
spec: {controller: example.com/any}
---
apiVersion: v1
kind: Service
metadata: {name: app, namespace: demo}
spec: {selector: {app: app}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Secret
metadata: {name: cert, namespace: demo}
type: kubernetes.io/tls
stringData: {tls.crt: "-----BEGIN X-----\\nMIIB\\n-----END X-----\\n", tls.key: "-----BEGIN X-----\\nMIIB\\n-----END X-----\\n"}
`;

const VIRTUAL_SERVICE = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: demo}
spec: {hosts: [app], http: [{route: [{destination: {host: app}}]}]}
`;

function run(
  texts: readonly string[],
  options: Readonly<Record<string, string>> = {},
  only: readonly string[] = [],
  output = 'text',
) {
  const snapshot = analyse([{ file: 'a.yaml', text: texts.join('---') }]);
  return convertCommand(
    { options: new Map(Object.entries({ to: 'gateway-api', ...options })), only, output },
    snapshot,
  );
}

describe('convert', () => {
  test('exits with 0 if every request gets the same answer', () => {
    const { text, remarks, exitCode } = run([WORLD, INGRESS('x', 'a.test')]);
    expect(remarks).toBe('Every request gets the same answer.\n');
    expect(exitCode).toBe(0);
    expect(text.match(/^kind: .*$/gm)).toEqual(['kind: Gateway', 'kind: HTTPRoute']);
  });

  test('exits with 1 if something is lost', () => {
    const more = ', annotations: {nginx.ingress.kubernetes.io/whitelist-source-range: 10.0.0.0/8}';
    const nginx = WORLD.replace('example.com/any', 'k8s.io/ingress-nginx');
    const { remarks, exitCode } = run([nginx, INGRESS('x', 'a.test', more)]);
    expect(remarks).toContain('a.yaml:20:104 error Ingress/demo/x metadata.annotations');
    expect(exitCode).toBe(1);
  });

  test('has the names that are asked for', () => {
    const { text } = run([WORLD, INGRESS('x', 'a.test')], {
      'gateway-class': 'istio',
      gateway: 'infra/edge',
    });
    expect(text).toContain('gatewayClassName: istio');
    expect(text).toMatch(/name: edge\n {2}namespace: infra/);
  });

  test('converts only the Ingresses that are asked for', () => {
    const { text, exitCode } = run([WORLD, INGRESS('x', 'a.test'), INGRESS('y', 'b.test')], {}, [
      'Ingress/demo/y',
    ]);
    expect(text).toContain('b.test');
    expect(text).not.toContain('a.test');
    expect(exitCode).toBe(0);
  });

  test('says that a VirtualService is not converted', () => {
    const { remarks, exitCode } = run([WORLD, INGRESS('x', 'a.test'), VIRTUAL_SERVICE]);
    expect(remarks).toContain('VirtualService/demo/vs spec\n    A VirtualService is not converted.');
    expect(exitCode).toBe(1);
  });

  test('prints data for programs', () => {
    const { text } = run([WORLD, INGRESS('x', 'a.test')], {}, [], 'json');
    expect(Object.keys(JSON.parse(text))).toEqual(['documents', 'gateways', 'losses', 'proof']);
  });

  test.each([
    ['another target', { to: 'envoy' }, []],
    ['an Ingress that no manifest has', {}, ['Ingress/demo/none']],
    ['a Gateway without a namespace', { gateway: 'edge' }, []],
  ])('refuses %s', (_, options, only) => {
    expect(() => run([WORLD], options, only)).toThrow(UsageError);
  });
});

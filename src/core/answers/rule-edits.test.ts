import { describe, expect, test } from 'vitest';
import { BLOCK, type Case, HEAD, nodeOf, PAY, ROUTE, resultOf } from './node-edits.fixture.ts';

const CASES: readonly Case[] = [
  {
    about: 'a route in block style',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}` },
    node: ROUTE,
    edits: [
      `add-path-rule →
  - matches:
    - path:
        type: PathPrefix
        value: /new
    backendRefs:
    - name: pay
      port: 80`,
      `add-catch-all-to →
  - backendRefs:
    - name: pay
      port: 80`,
    ],
  },
  {
    about: 'a route in block style with indented lists, followed by a field',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}  rules:
    # The first version.
    - matches:
        - path:
            value: /v1
      backendRefs:
        - name: pay
          port: 80
  hostnames: [x.example]
`,
    },
    node: ROUTE,
    edits: [
      `add-path-rule →
    - matches:
        - path:
            type: PathPrefix
            value: /new
      backendRefs:
        - name: pay
          port: 80`,
      `add-catch-all-to →
    - backendRefs:
        - name: pay
          port: 80`,
    ],
  },
  {
    about: 'a route in mixed style',
    files: { 'a.yaml': `${PAY}---\n${HEAD}  rules:\n  - backendRefs: [{name: pay, port: 80}]\n` },
    node: ROUTE,
    edits: [
      `add-path-rule →
  - matches: [{path: {type: PathPrefix, value: /new}}]
    backendRefs: [{name: pay, port: 80}]`,
    ],
  },
  {
    about: 'a route in flow style',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}  rules: [{matches: [{path: {value: /new}}], backendRefs: [{name: pay, port: 80}]}]\n`,
    },
    node: ROUTE,
    edits: [
      'add-path-rule → , {matches: [{path: {type: PathPrefix, value: /new-2}}], backendRefs: [{name: pay, port: 80}]}',
      'add-catch-all-to → , {backendRefs: [{name: pay, port: 80}]}',
    ],
  },
  {
    about: 'a route without rules',
    files: { 'a.yaml': `${PAY}---\n${HEAD}` },
    node: ROUTE,
    edits: [
      'add-path-rule → rules: [{matches: [{path: {type: PathPrefix, value: /new}}], backendRefs: [{name: pay, port: 80}]}]\n  ',
      'add-catch-all-to → rules: [{backendRefs: [{name: pay, port: 80}]}]\n  ',
    ],
  },
  {
    about: 'a route with CRLF line breaks',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}`.replaceAll('\n', '\r\n') },
    node: ROUTE,
    edits: [
      'add-path-rule → ⏎  - matches:⏎    - path:⏎        type: PathPrefix⏎        value: /new⏎    backendRefs:⏎    - name: pay⏎      port: 80',
      'add-catch-all-to → ⏎  - backendRefs:⏎    - name: pay⏎      port: 80',
    ],
  },
  {
    about: 'a route in a List',
    files: {
      'a.yaml': `apiVersion: v1\nkind: List\nitems:\n${[PAY, `${HEAD}${BLOCK}`]
        .map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`)
        .join('')}`,
    },
    node: ROUTE,
    edits: [
      `add-path-rule →
    - matches:
      - path:
          type: PathPrefix
          value: /new
      backendRefs:
      - name: pay
        port: 80`,
      `add-catch-all-to →
    - backendRefs:
      - name: pay
        port: 80`,
    ],
  },
  {
    about: 'a route in JSON',
    files: {
      'a.yaml': PAY,
      'b.json': JSON.stringify({
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: {
          parentRefs: [{ group: '', kind: 'Service', name: 'pay' }],
          rules: [{ backendRefs: [{ name: 'pay', port: 80 }] }],
        },
      }),
    },
    node: ROUTE,
    edits: [
      'add-path-rule → , {"matches":[{"path":{"type":"PathPrefix","value":"/new"}}],"backendRefs":[{"name":"pay","port":80}]}',
    ],
  },
  {
    about: 'a route in JSON on several lines',
    files: {
      'a.yaml': PAY,
      'b.json': `${JSON.stringify(
        {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          metadata: { name: 'pay', namespace: 'shop' },
          spec: {
            parentRefs: [{ group: '', kind: 'Service', name: 'pay' }],
            rules: [{ backendRefs: [{ name: 'pay', port: 80 }] }],
          },
        },
        null,
        2,
      )}\n`,
    },
    node: ROUTE,
    edits: [
      `add-path-rule → ,
      {
        "matches": [
          {
            "path": {
              "type": "PathPrefix",
              "value": "/new"
            }
          }
        ],
        "backendRefs": [
          {
            "name": "pay",
            "port": 80
          }
        ]
      }`,
    ],
  },
  {
    about: 'a route for gRPC requests',
    files: {
      'a.yaml': `${PAY}---\n${HEAD.replace('HTTPRoute', 'GRPCRoute')}  rules:\n  - backendRefs: [{name: pay, port: 80}]\n    matches: [{method: {service: new.Service}}]\n`,
    },
    node: nodeOf('route', 'GRPCRoute/shop/pay'),
    edits: [
      'add-path-rule →\n  - matches: [{method: {service: new.Service2}}]\n    backendRefs: [{name: pay, port: 80}]',
      'add-catch-all-to →\n  - backendRefs: [{name: pay, port: 80}]',
    ],
  },
  {
    about: 'a route with a place for no more rules',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}  rules:\n${'  - backendRefs: [{name: pay, port: 80}]\n'.repeat(16)}`,
    },
    node: ROUTE,
    edits: [],
  },
];

describe('edits of a route', () => {
  test.each(CASES)('$about', (each) => {
    expect(resultOf(each)).toEqual({ edits: each.edits, faults: [] });
  });
});

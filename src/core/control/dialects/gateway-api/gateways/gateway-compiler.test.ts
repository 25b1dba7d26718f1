import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexDocuments, readSources } from '../../../../pipeline.ts';
import { GATEWAY_API } from '../../../../profile/profile.ts';
import { GATEWAY_COMPILER } from './compile-gateways.ts';
import { gatewayCompilerFor } from './gateway-compiler.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../../../examples');
const texts = new Map(
  readdirSync(EXAMPLES).map((name) => [name, readFileSync(join(EXAMPLES, name), 'utf8')] as const),
);
// Nothing names these objects, so they have no effect.
texts.set('a class', 'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: c}\n');
texts.set(
  'a set',
  'apiVersion: gateway.networking.k8s.io/v1\nkind: ListenerSet\nmetadata: {name: s, namespace: n}\nspec: {parentRef: {name: g}, listeners: [{name: l, port: 80, protocol: HTTP}]}\n',
);

const clusterOf = (text: string) =>
  indexDocuments(readSources([{ file: 'a.yaml', text }]), 'cluster.local').cluster;
const isShortened = (text: string) => gatewayCompilerFor(clusterOf(text)) !== GATEWAY_COMPILER;

describe('a bundle without Gateways', () => {
  it('is recognised', () => {
    expect([...texts].filter(([, text]) => isShortened(text)).map(([name]) => name)).toEqual(
      expect.arrayContaining(['faces.yaml', 'a class', 'a set']),
    );
    expect(isShortened(texts.get('fruits.yaml') ?? '')).toBe(false);
  });

  it.each([...texts].filter(([, text]) => isShortened(text)))('has the same gateway plane: %s', (_, text) => {
    const cluster = clusterOf(text);
    const short = gatewayCompilerFor(cluster);
    const plane = GATEWAY_COMPILER.buildGatewayPlane(cluster, GATEWAY_API, () => null);
    expect(short.buildGatewayPlane(cluster, GATEWAY_API, () => null)).toEqual(plane);
    const all = (of: typeof short) => [
      of.buildGateways(
        plane,
        () => [],
        () => [],
      ),
      of.pendingGateways(plane),
      of.ownNames(plane, new Set(cluster.gatewayClasses.keys())),
      of.compileAtGateways(plane, {} as never, null),
    ];
    // No route is compiled, so the compiler reads only the cluster of its world.
    expect(all(short)).toEqual([
      GATEWAY_COMPILER.buildGateways(
        plane,
        () => [],
        () => [],
      ),
      GATEWAY_COMPILER.pendingGateways(plane),
      GATEWAY_COMPILER.ownNames(plane, new Set(cluster.gatewayClasses.keys())),
      GATEWAY_COMPILER.compileAtGateways(plane, { cluster } as never, null),
    ]);
  });
});

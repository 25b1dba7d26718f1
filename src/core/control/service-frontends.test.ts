import { describe, expect, test } from 'vitest';
import { load, service } from '../../../tests/manifests.ts';
import { routeTable } from '../../../tests/route-tables.ts';
import type { ServiceClaims } from './dialect-compiler.ts';
import type { ServiceFacet } from './service-facets.ts';
import { frontendsOf } from './service-frontends.ts';

const PORTS = [
  { name: 'http', port: 80, appProtocol: 'http' },
  { name: 'tcp', port: 53, protocol: 'TCP' },
  { name: 'udp', port: 53, protocol: 'UDP' },
];
const facet = load([service('shop/cart', { ports: PORTS })]).control.services.find(
  'shop/cart',
) as ServiceFacet;

const FIRST = routeTable([]);
const SECOND = routeTable([]);
const claims = (table: typeof FIRST, inputs: readonly unknown[]): ServiceClaims => ({
  inputs,
  tablesAt: (port) => (port === 80 ? [table] : []),
});

describe('the frontends of a Service', () => {
  test('are its ports, each number once', () => {
    const { frontends } = frontendsOf(facet, [], undefined);
    const more = { service: 'shop/cart', namespace: 'shop', tables: [] };
    expect(frontends).toEqual([
      {
        ...more,
        id: 'shop/cart:80',
        port: 80,
        portName: 'http',
        appProtocol: 'http',
        original: { service: 'shop/cart', port: 80, subset: null },
      },
      {
        ...more,
        id: 'shop/cart:53',
        port: 53,
        portName: 'tcp',
        appProtocol: null,
        original: { service: 'shop/cart', port: 53, subset: null },
      },
    ]);
  });

  test('have the tables of all dialects', () => {
    const tables = (of: readonly ServiceClaims[]) =>
      frontendsOf(facet, of, undefined).frontends.map((each) => each.tables);
    expect(tables([claims(FIRST, [])])).toEqual([[FIRST], []]);
    expect(tables([claims(FIRST, []), claims(SECOND, [])])).toEqual([[FIRST, SECOND], []]);
  });

  test('are taken over where nothing that they are made of changed', () => {
    const [a, b, c] = [{}, {}, {}];
    const earlier = frontendsOf(facet, [claims(FIRST, [a]), claims(SECOND, [b])], undefined);
    expect(frontendsOf(facet, [claims(FIRST, [a]), claims(SECOND, [b])], earlier)).toBe(earlier);
    expect(frontendsOf(facet, [claims(FIRST, [a, b])], earlier)).toBe(earlier);
    expect(frontendsOf(facet, [claims(FIRST, [a, c])], earlier)).not.toBe(earlier);
    expect(frontendsOf(facet, [claims(FIRST, [a])], earlier)).not.toBe(earlier);
    const fewer = frontendsOf(facet, [claims(FIRST, [a])], undefined);
    expect(frontendsOf(facet, [claims(FIRST, [a, b])], fewer)).not.toBe(fewer);
    expect(frontendsOf({ ...facet }, [claims(FIRST, [a, b])], earlier)).not.toBe(earlier);
  });
});

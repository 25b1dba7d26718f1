import { describe, expect, test } from 'vitest';
import { RULES } from './rules.ts';
import { specificationUrl } from './specification-link.ts';

const SITE = 'https://gateway-api.sigs.k8s.io';

describe('specificationUrl', () => {
  test.each([
    ['GEP-1294 (xRoutes binding to Services)', '/geps/gep-1294/'],
    ['GEP-1294 (xRoutes binding to Services), Route presence', '/geps/gep-1294/#route-presence'],
    ['GEP-1294 (xRoutes binding to Services), hostnames', '/geps/gep-1294/#hostnames-field'],
    ['Mesh overview; GEP-1294, Route presence', '/geps/gep-1294/#route-presence'],
    ['Open in GEP-1294; R-129', '/geps/gep-1294/'],
    ['HTTPRoute API reference, Matches', '/reference/spec/#httproutematch'],
    ['HTTPRoute API reference', '/reference/spec/#httproute'],
    ['Mesh overview; Gateway API reference, AllowedRoutes', '/mesh/'],
    ['Conformance test MeshFrontend', '/concepts/conformance/'],
    ['GEP-1742', '/geps/gep-1742/'],
  ])('%s', (source, path) => {
    expect(specificationUrl(source)).toBe(SITE + path);
  });

  test('every source but our own reading is a page of the specification', () => {
    const without = Object.values(RULES)
      .map(({ source }) => source)
      .filter((source) => specificationUrl(source) === null);
    expect([...new Set(without)].sort()).toEqual(['Kubernetes, well-known labels', 'Our reading']);
  });
});

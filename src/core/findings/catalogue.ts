import type { CodeEntry } from './code-entry.ts';
import { INGRESS_CODES } from './codes-ingress.ts';
import { MANIFEST_CODES } from './codes-manifest.ts';
import { MESH_CODES } from './codes-mesh.ts';
import { RESOURCE_CODES } from './codes-resource.ts';
import { ROUTETEST_CODES } from './codes-routetest.ts';
import { ROUTING_CODES } from './codes-routing.ts';

/** The closed list of codes. A code names the fault, not the fix. */
export const CATALOGUE = {
  ...MANIFEST_CODES,
  ...RESOURCE_CODES,
  ...ROUTING_CODES,
  ...MESH_CODES,
  ...INGRESS_CODES,
  ...ROUTETEST_CODES,
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type FindingCode = keyof typeof CATALOGUE;

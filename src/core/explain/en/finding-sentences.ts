import { speaker } from '../finding-words.ts';
import { INGRESS_SENTENCES } from './findings-ingress.ts';
import { MANIFEST_FIXES, MANIFEST_NOTES, MANIFEST_SENTENCES } from './findings-manifest.ts';
import { MESH_SENTENCES } from './findings-mesh.ts';
import { RESOURCE_FIXES, RESOURCE_NOTES, RESOURCE_SENTENCES } from './findings-resource.ts';
import { ROUTETEST_SENTENCES } from './findings-routetest.ts';
import { ROUTING_FIXES, ROUTING_NOTES, ROUTING_SENTENCES } from './findings-routing.ts';

/** The texts of findings in English. */
export const FINDINGS_EN = speaker({
  sentences: {
    ...MANIFEST_SENTENCES,
    ...RESOURCE_SENTENCES,
    ...ROUTING_SENTENCES,
    ...MESH_SENTENCES,
    ...INGRESS_SENTENCES,
    ...ROUTETEST_SENTENCES,
  },
  notes: { ...MANIFEST_NOTES, ...RESOURCE_NOTES, ...ROUTING_NOTES },
  fixes: { ...MANIFEST_FIXES, ...RESOURCE_FIXES, ...ROUTING_FIXES },
});

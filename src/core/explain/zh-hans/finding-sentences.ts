import { speaker } from '../finding-words.ts';
import { INGRESS_SENTENCES_ZH_HANS } from './findings-ingress.ts';
import {
  MANIFEST_FIXES_ZH_HANS,
  MANIFEST_NOTES_ZH_HANS,
  MANIFEST_SENTENCES_ZH_HANS,
} from './findings-manifest.ts';
import { MESH_SENTENCES_ZH_HANS } from './findings-mesh.ts';
import {
  RESOURCE_FIXES_ZH_HANS,
  RESOURCE_NOTES_ZH_HANS,
  RESOURCE_SENTENCES_ZH_HANS,
} from './findings-resource.ts';
import { ROUTETEST_SENTENCES_ZH_HANS } from './findings-routetest.ts';
import {
  ROUTING_FIXES_ZH_HANS,
  ROUTING_NOTES_ZH_HANS,
  ROUTING_SENTENCES_ZH_HANS,
} from './findings-routing.ts';

/** 简体中文：关于发现的所有句子。 */
export const FINDINGS_ZH_HANS = speaker({
  sentences: {
    ...MANIFEST_SENTENCES_ZH_HANS,
    ...RESOURCE_SENTENCES_ZH_HANS,
    ...ROUTING_SENTENCES_ZH_HANS,
    ...MESH_SENTENCES_ZH_HANS,
    ...INGRESS_SENTENCES_ZH_HANS,
    ...ROUTETEST_SENTENCES_ZH_HANS,
  },
  notes: { ...MANIFEST_NOTES_ZH_HANS, ...RESOURCE_NOTES_ZH_HANS, ...ROUTING_NOTES_ZH_HANS },
  fixes: { ...MANIFEST_FIXES_ZH_HANS, ...RESOURCE_FIXES_ZH_HANS, ...ROUTING_FIXES_ZH_HANS },
});

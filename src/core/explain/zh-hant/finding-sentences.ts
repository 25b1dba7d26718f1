import { speaker } from '../finding-words.ts';
import { INGRESS_SENTENCES_ZH_HANT } from './findings-ingress.ts';
import {
  MANIFEST_FIXES_ZH_HANT,
  MANIFEST_NOTES_ZH_HANT,
  MANIFEST_SENTENCES_ZH_HANT,
} from './findings-manifest.ts';
import { MESH_SENTENCES_ZH_HANT } from './findings-mesh.ts';
import {
  RESOURCE_FIXES_ZH_HANT,
  RESOURCE_NOTES_ZH_HANT,
  RESOURCE_SENTENCES_ZH_HANT,
} from './findings-resource.ts';
import { ROUTETEST_SENTENCES_ZH_HANT } from './findings-routetest.ts';
import {
  ROUTING_FIXES_ZH_HANT,
  ROUTING_NOTES_ZH_HANT,
  ROUTING_SENTENCES_ZH_HANT,
} from './findings-routing.ts';

/** 繁體中文：關於發現的所有句子。 */
export const FINDINGS_ZH_HANT = speaker({
  sentences: {
    ...MANIFEST_SENTENCES_ZH_HANT,
    ...RESOURCE_SENTENCES_ZH_HANT,
    ...ROUTING_SENTENCES_ZH_HANT,
    ...MESH_SENTENCES_ZH_HANT,
    ...INGRESS_SENTENCES_ZH_HANT,
    ...ROUTETEST_SENTENCES_ZH_HANT,
  },
  notes: { ...MANIFEST_NOTES_ZH_HANT, ...RESOURCE_NOTES_ZH_HANT, ...ROUTING_NOTES_ZH_HANT },
  fixes: { ...MANIFEST_FIXES_ZH_HANT, ...RESOURCE_FIXES_ZH_HANT, ...ROUTING_FIXES_ZH_HANT },
});

import type { Cluster } from '../../../cluster/cluster.ts';
import type { ExportDefaults } from '../../../resource/gateway-resource.ts';
import { meshSettingsOf } from './mesh-settings.ts';

const NO_DEFAULTS: ExportDefaults = { services: [], virtualServices: [], destinationRules: [] };

/** Returns the lists for objects without `exportTo`, from the ConfigMap of the mesh (Istio 3.2). */
export function exportDefaultsOf(cluster: Cluster): ExportDefaults {
  return meshSettingsOf(cluster)?.exportDefaults ?? NO_DEFAULTS;
}

/**
 * Returns the `exportTo` of objects without one, by the list in the configuration of the mesh. `.` counts
 * before `*`. A list of other values exports them to no namespace (Istio 3.2).
 */
export function defaultExportTo(list: readonly string[]): readonly string[] {
  if (list.includes('.')) return ['.'];
  return list.length === 0 || list.includes('*') ? [] : ['~'];
}

/** Returns resources, of which those without `exportTo` have the default of the mesh. */
export function withExportDefault<R extends { readonly spec: { readonly exportTo: readonly string[] } }>(
  resources: readonly R[],
  list: readonly string[],
): readonly R[] {
  const exportTo = defaultExportTo(list);
  if (exportTo.length === 0) return resources;
  return resources.map((each) =>
    each.spec.exportTo.length > 0 ? each : { ...each, spec: { ...each.spec, exportTo } },
  );
}

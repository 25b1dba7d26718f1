import type { Finding } from '../findings/finding.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { ResourceMeta } from '../resource/resource.ts';
import { compareText } from './drawing.ts';
import type { GraphBadge } from './graph-model.ts';

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;
const NONE: readonly GraphBadge[] = [];

/**
 * Returns findings by the resource that contains them. A List has several resources in one document. The path
 * of the finding identifies the resource.
 */
export function badgesByResource(
  findings: readonly Finding[],
  resources: readonly Resource[],
): (resource: ResourceMeta) => readonly GraphBadge[] {
  if (findings.length === 0) return () => NONE;
  const items = new Set<string>();
  for (const { resource } of resources) if (resource.origin.root.length > 0) items.add(placeOf(resource));
  const byPlace = new Map<string, GraphBadge[]>();
  for (const { site, code, severity } of findings) {
    const document = `${site.file}\n${site.document}`;
    const item = `${document}\n${site.path.slice(0, 2).join('/')}`;
    const place = items.has(item) ? item : document;
    const list = byPlace.get(place);
    if (list) list.push({ code, severity });
    else byPlace.set(place, [{ code, severity }]);
  }
  for (const list of byPlace.values())
    list.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || compareText(a.code, b.code));
  return (resource) => byPlace.get(placeOf(resource)) ?? NONE;
}

function placeOf({ origin }: ResourceMeta): string {
  const document = `${origin.file}\n${origin.document}`;
  return origin.root.length === 0 ? document : `${document}\n${origin.root.join('/')}`;
}

import { siteOf } from '../../../../cluster/resource-site.ts';
import { CATALOGUE, type FindingCode } from '../../../../findings/catalogue.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { ResourceMeta } from '../../../../resource/resource.ts';
import type { Path } from '../../../../text/path.ts';

/** Returns a finding at a place of a resource, with the severity of its code. */
export function findingAt(
  code: FindingCode,
  resource: ResourceMeta,
  path: Path,
  args: Finding['args'],
): Finding {
  const { severity } = CATALOGUE[code];
  return { code, severity, args, site: siteOf(resource, path), related: [], fixes: [] };
}

import type { INGRESS_CODES } from '../../../../findings/codes-ingress.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { ResourceMeta } from '../../../../resource/resource.ts';
import type { Path } from '../../../../text/path.ts';

/** Reports a finding at a place of an Ingress. */
export type Report = (
  code: keyof typeof INGRESS_CODES,
  of: ResourceMeta,
  path: Path,
  args: Finding['args'],
) => void;

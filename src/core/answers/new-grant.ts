import type { Finding, FixEdit } from '../findings/finding.ts';
import { readNamespacedName } from '../ids/ids.ts';
import type { Snapshot } from '../snapshot.ts';
import { collectFindings } from './collect-findings.ts';
import { addResource, placeForDocument } from './new-document.ts';
import type { Proposal } from './proposal.ts';

/** Returns true for a finding about a reference that no ReferenceGrant permits. */
function isRefused({ code }: Finding): boolean {
  return code === 'backend-ref-not-permitted';
}

/**
 * Returns the edits that permit the references of a route, or to a Service (`ns/name`), that no
 * ReferenceGrant permits. Each adds one ReferenceGrant in the namespace of the Service.
 */
export function grantEdits(
  of: { readonly route: string } | { readonly service: string },
  node: string | null,
  open: string,
  snapshot: Snapshot,
): readonly Proposal[] {
  const refused = collectFindings(snapshot).filter(
    (finding) =>
      isRefused(finding) &&
      ('route' in of ? finding.args.route === of.route : finding.args.service === of.service),
  );
  const proposals = new Map<string, Proposal>();
  for (const finding of refused) {
    const grant = grantFor(finding, node, open, snapshot);
    if (grant === null || proposals.has(grant.edit.text)) continue;
    proposals.set(grant.edit.text, {
      fix: { name: 'add-reference-grant', args: { namespace: grant.namespace }, edits: [grant.edit] },
      makes: grant.id,
    });
  }
  return [...proposals.values()];
}

/** Returns the edits that add the ReferenceGrants that the references of a route need. */
export function grantsNeededBy(route: string, open: string, snapshot: Snapshot): readonly FixEdit[] {
  return grantEdits({ route }, route, open, snapshot).flatMap(({ fix }) => fix.edits);
}

function grantFor({ args }: Finding, node: string | null, open: string, snapshot: Snapshot) {
  const route = snapshot.cluster.byId.get(String(args.route))?.resource;
  const { namespace, name } = readNamespacedName(String(args.service));
  const site = placeForDocument([node, String(args.route)], open, snapshot);
  if (route === undefined || site === null) return null;
  const { id, edit } = addResource(
    {
      version: 'v1beta1',
      kind: 'ReferenceGrant',
      namespace,
      words: [route.kind, route.namespace, 'to', name],
      spec: {
        from: [{ group: route.group, kind: route.kind, namespace: route.namespace }],
        to: [{ group: '', kind: 'Service', name }],
      },
    },
    site,
    snapshot,
  );
  return { id, edit, namespace };
}

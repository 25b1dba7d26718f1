import type { ManifestDocument } from '../manifest/document.ts';
import { type Problem, toFinding } from '../manifest/problem.ts';
import type { Path } from '../text/path.ts';
import type { DecodedDocument } from './decoded-resource.ts';
import type { FilePurpose } from './file-purposes.ts';
import { kustomizationReader } from './kustomization-reader.ts';

/**
 * Returns the result for a document that is not a manifest: no resources, and one finding that says what it
 * is.
 */
export function skipDocument(
  document: ManifestDocument,
  purpose: Exclude<FilePurpose, { readonly kind: 'manifests' }>,
): DecodedDocument {
  const finding = toFinding(problemOf(purpose), document.file, document.index);
  return { resources: [], routeTests: [], findings: [finding], skipped: true };
}

function problemOf(purpose: Exclude<FilePurpose, { readonly kind: 'manifests' }>): Problem {
  const place = { path: [] };
  switch (purpose.kind) {
    case 'patch':
      return { code: 'patch-not-applied', args: { by: purpose.by }, place };
    case 'helm-chart':
    case 'helm-values':
    case 'helm-template':
      return {
        code: 'helm-file-not-rendered',
        args: { what: purpose.kind, folder: purpose.folder === '' ? '.' : purpose.folder },
        place,
      };
    case 'other':
      return { code: 'file-not-a-manifest', args: {}, place };
    default:
      return purpose satisfies never;
  }
}

/** Returns the finding about a kustomization: its namespace is applied to resources, and the rest is not. */
export function kustomizationProblem(
  object: Readonly<Record<string, unknown>>,
  file: string,
  root: Path,
): Problem {
  const { folder, namespace, ignored } = kustomizationReader().read(object, file);
  return {
    code: 'kustomization-not-built',
    args: { folder: folder === '' ? '.' : folder, namespace: namespace ?? '', ignored: ignored.join(', ') },
    place: { path: root },
  };
}

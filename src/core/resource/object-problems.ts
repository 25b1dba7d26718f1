import { formatApiVersion } from '../ids/api-version.ts';
import type { Problem } from '../manifest/problem.ts';
import type { Path } from '../text/path.ts';
import type { Kind } from './kinds/kind.ts';
import { orPlaceholder } from './placeholders.ts';
import { schemaFinding } from './schema-finding.ts';
import type { SchemaProblem } from './validation.ts';

/** The problems of one object that its decoder reports. Documents without problems do not need this code. */
export const OBJECT_PROBLEMS = { noVersion, unknownVersion, otherGroup, wrongTimestamp, violation };

/** Returns the preferred `apiVersion` of a kind. */
function preferredVersion({ group, versions }: Kind): string {
  return formatApiVersion(group, versions[0] ?? '');
}

/** Returns the problem of an object without `apiVersion`. The kind is null if its name is not known. */
function noVersion(name: string, kind: Kind | null, root: Path): Problem {
  const assumed = kind === null ? '' : preferredVersion(kind);
  const edits = [
    { place: { path: root }, action: 'insert-field' as const, key: 'apiVersion', text: assumed },
  ];
  return {
    code: 'api-version-missing',
    args: { kind: name, apiVersion: assumed },
    // The finding is at the line of the kind, because a finding at the whole document would mark every line.
    place: { path: [...root, 'kind'] },
    fixes: kind === null ? [] : [{ name: 'add-api-version', args: { apiVersion: assumed }, edits }],
  };
}

/** Returns the problem of a version that is not served, or of a kind that has a new name and group. */
function unknownVersion(kind: Kind, version: string, isFormer: boolean, root: Path): Problem {
  const apiVersion = preferredVersion(kind);
  const place = { path: [...root, 'apiVersion'] };
  const edits = [{ place, action: 'replace' as const, text: apiVersion }];
  if (isFormer) edits.push({ place: { path: [...root, 'kind'] }, action: 'replace', text: kind.kind });
  const known = kind.versions.join(', ');
  return {
    code: 'api-version-unknown',
    args: isFormer
      ? { kind: kind.former?.kind ?? '', version, known: `${kind.kind} ${known}` }
      : { kind: kind.kind, version, known },
    place,
    fixes: [{ name: 'use-api-version', args: { apiVersion }, edits }],
  };
}

/** Returns the problem of a kind whose group has no kind with this name. */
function otherGroup(kind: Kind, group: string, version: string, root: Path): Problem {
  const apiVersion = preferredVersion(kind);
  const place = { path: [...root, 'apiVersion'] };
  return {
    code: 'kind-of-other-group',
    args: { kind: kind.kind, written: formatApiVersion(group, version), apiVersion },
    place,
    fixes: [
      {
        name: 'use-api-version',
        args: { apiVersion },
        edits: [{ place, action: 'replace', text: apiVersion }],
      },
    ],
  };
}

/** Returns the problem of a `creationTimestamp` that is no time. */
function wrongTimestamp(value: string, path: Path, written: string | null): Problem {
  return orPlaceholder({ code: 'timestamp-invalid', args: { value }, place: { path } }, written);
}

/** Returns the problem of a value that violates the schema of its kind. `written` is its source text. */
function violation(problem: SchemaProblem, written: string | null): Problem {
  return orPlaceholder(schemaFinding(problem), written);
}

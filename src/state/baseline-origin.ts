import type { State, TextFile } from './model.ts';

/**
 * What the baseline is. `opened`: the manifests as they were opened. `before-adding`: the manifests before
 * files were added to them. `marked`: the manifests when the user chose "Compare from here". `files`: other files, by
 * their names; `after` names the version that is compared with them.
 */
export type BaselineOrigin =
  | { readonly kind: 'opened' | 'before-adding' | 'marked' }
  | { readonly kind: 'files'; readonly before: string; readonly after: string | null };

const OPENED: BaselineOrigin = { kind: 'opened' };
const BEFORE_ADDING: BaselineOrigin = { kind: 'before-adding' };

/** A baseline keeps its origin in the history and in earlier works, which keep the same array. */
const origins = new WeakMap<readonly TextFile[], BaselineOrigin>();

/** Returns the files as a baseline with an origin. */
export function baselineFrom(files: readonly TextFile[], origin: BaselineOrigin): readonly TextFile[] {
  const baseline = [...files];
  origins.set(baseline, origin);
  return baseline;
}

/** Returns what the present baseline is. */
export function originOf({ baseline, files }: Pick<State, 'baseline' | 'files'>): BaselineOrigin {
  return origins.get(baseline) ?? (files.length > baseline.length ? BEFORE_ADDING : OPENED);
}

/** Returns the names of files in one text. */
export function namesOf(files: readonly TextFile[]): string {
  return files.map(({ name }) => name).join(', ');
}

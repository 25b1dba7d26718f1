import { baselineFrom, namesOf } from './baseline-origin.ts';
import { FRESH, mayEdit, remember } from './files.ts';
import type { TextFile, Version, Versions } from './model.ts';
import { sameFiles } from './selectors.ts';
import { notify, store, update } from './store.ts';
import { declaredIn } from './work-parts.ts';

/** Two sets of files are versions of each other when at least this part of the smaller one is in both. */
const SHARED = 0.5;

/**
 * Returns two versions of the same resources among opened files: two files, or the files of two folders.
 * Returns null when they are not two versions, or are equal.
 */
export function twoVersions(opened: readonly TextFile[]): Versions | null {
  const pair = twoSets(opened);
  if (pair === null || !areVersions(pair[0].files, pair[1].files)) return null;
  const [before, after] = isLater(pair[0].name, pair[1].name) ? [pair[1], pair[0]] : pair;
  return { before, after };
}

/**
 * Returns the present files and the opened ones when these are another version of them. Returns null when the
 * user has edited the present files since they were opened. Returns null also when the opened files replace
 * present ones of the same names, because the page then compares them without a question.
 */
export function newVersion(
  present: readonly TextFile[],
  baseline: readonly TextFile[],
  opened: readonly TextFile[],
): Versions | null {
  const replaces = opened.every(({ name }) => present.some((file) => file.name === name));
  if (replaces || !sameFiles(present, baseline) || !areVersions(present, opened)) return null;
  return {
    before: { name: namesOf(present), files: present, present: true },
    after: { name: namesOf(opened), files: opened, present: false },
  };
}

function areVersions(a: readonly TextFile[], b: readonly TextFile[]): boolean {
  const [first, second] = [a, b].map((files) => new Set(files.flatMap(declaredIn))) as [
    Set<string>,
    Set<string>,
  ];
  const smaller = Math.min(first.size, second.size);
  const shared = [...first].filter((key) => second.has(key)).length;
  if (smaller === 0 || shared < SHARED * smaller) return false;
  // The same text in two files is not another version.
  const textOf = (files: readonly TextFile[]) => [...new Set(files.map(({ text }) => text.trim()))].sort();
  return JSON.stringify(textOf(a)) !== JSON.stringify(textOf(b));
}

type Pair = readonly [Version, Version];

function twoSets(opened: readonly TextFile[]): Pair | null {
  const [first, second] = opened;
  if (opened.length === 2 && first && second && folderOf(first.name) === folderOf(second.name))
    return [versionOf(first.name, [first]), versionOf(second.name, [second])];
  return twoFolders(opened);
}

function versionOf(name: string, files: readonly TextFile[]): Version {
  return { name, files, present: false };
}

/** Returns the files of two folders, without the names of these folders. */
function twoFolders(opened: readonly TextFile[]): Pair | null {
  const paths = opened.map(({ name }) => name.split('/'));
  let depth = 0;
  while (paths.every((path) => path.length > depth + 1 && path[depth] === paths[0]?.[depth])) depth++;
  if (!paths.every((path) => path.length > depth + 1)) return null;
  const folders = [...new Set(paths.map((path) => path[depth] as string))];
  const [one, other] = folders;
  if (one === undefined || other === undefined || folders.length > 2) return null;
  const filesOf = (folder: string) =>
    opened.flatMap(({ text }, at): TextFile[] => {
      const path = paths[at] as string[];
      return path[depth] === folder ? [{ name: path.slice(depth + 1).join('/'), text }] : [];
    });
  return [versionOf(`${one}/`, filesOf(one)), versionOf(`${other}/`, filesOf(other))];
}

function folderOf(name: string): string {
  return name.split('/').slice(0, -1).join('/');
}

/** Words in names of files and folders that say which version it is. */
const BEFORE = /(^|[^a-z])(before|old|orig(inal)?|prev(ious)?|base|main|current)([^a-z]|$)/i;
const AFTER = /(^|[^a-z])(after|new|next|proposed|changed|head)([^a-z]|$)/i;

/** Returns true when the names say that the first one is the later version. */
function isLater(first: string, second: string): boolean {
  const rank = (name: string) => Number(AFTER.test(name)) - Number(BEFORE.test(name));
  const difference = rank(first) - rank(second);
  return difference === 0 ? first.localeCompare(second, 'en', { numeric: true }) > 0 : difference > 0;
}

/** Opens the later of two versions and compares it with the earlier one. Undo restores the work. */
export function openVersions({ before, after: { name, files } }: Versions): void {
  if (!mayEdit()) return;
  update((state) => ({
    ...remember(state),
    ...FRESH,
    compare: null,
    comparison: null,
    files,
    baseline: baselineFrom(before.files, { kind: 'files', before: before.name, after: name }),
    active: files[0]?.name ?? '',
    tab: 'changes',
  }));
  const versions = { before: before.name, after: name };
  notify({ name: 'files-opened', count: files.length, versions }, 'undo');
}

/** The answer to the question whether to compare: the versions in their order, or to open the files. */
export type VersionsAnswer = Versions | 'open';

/** The present question. Null when there is none. */
let settle: ((answer: VersionsAnswer | null) => void) | null = null;

/** Asks the user whether to compare two versions. Returns null when the user opens nothing. */
export function askToCompare(versions: Versions): Promise<VersionsAnswer | null> {
  settle?.(null);
  return new Promise((resolve) => {
    // The dialog can also close because its code cannot be loaded, or because another one opens.
    const stop = store.subscribe(({ dialog }) => dialog !== 'versions' && answerVersions(null));
    settle = (answer) => {
      settle = null;
      stop();
      update({ versions: null });
      resolve(answer);
    };
    update({ versions, dialog: 'versions' });
  });
}

/** Answers the question of the dialog. Null opens nothing. */
export function answerVersions(answer: VersionsAnswer | null): void {
  settle?.(answer);
}

// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answerLarge,
  askWhatToOpen,
  limitOfWork,
  mayRead,
  onlyFiles,
  onlyNamespaces,
  partsOfWork,
  sizeOfWork,
} from './large-work.ts';
import { leftOutOf, withLeftOut } from './left-out.ts';
import { hasLeftOut } from './left-out-comment.ts';
import { FIRST_WORK, store, update } from './store.ts';

const service = (namespace: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: ${namespace}}\n`;
const file = (name: string, ...namespaces: readonly string[]) => ({
  name,
  text: namespaces.map(service).join('---\n'),
});
const LARGE = [{ name: 'large.yaml', text: 'a: 1\n---\n'.repeat(limitOfWork().documents + 1) }];

beforeEach(() => update({ ...FIRST_WORK, mode: 'edit', dialog: null, large: null, notices: [] }));

describe('the size of a work', () => {
  it('counts documents by separators and items by dashes', () => {
    expect(
      sizeOfWork([file('a.yaml', 'x', 'y'), { name: 'b.yaml', text: 'items:\n- apiVersion: v1\n' }]),
    ).toEqual({
      documents: 4,
      bytes: file('a.yaml', 'x', 'y').text.length + 'items:\n- apiVersion: v1\n'.length,
    });
  });
});

describe('opening files', () => {
  it('asks nothing below the limit', async () => {
    const files = [file('a.yaml', 'shop')];
    expect(await askWhatToOpen(files, [])).toBe(files);
    expect(store.getState().dialog).toBeNull();
  });

  it('asks about files that are too large together with the others', async () => {
    const small = [file('a.yaml', 'shop')];
    const asked = askWhatToOpen(small, LARGE);
    expect(store.getState()).toMatchObject({ dialog: 'large', large: small });
    answerLarge(null);
    expect(await asked).toBeNull();
    expect(store.getState().large).toBeNull();
  });

  it('opens nothing when the dialog closes in another way', async () => {
    const asked = askWhatToOpen(LARGE, []);
    update({ dialog: 'keys' });
    expect(await asked).toBeNull();
  });
});

describe('reading a work that came another way', () => {
  it('restores the work that was read last when the user opens nothing', async () => {
    update({ files: LARGE, active: 'large.yaml' });
    const reading = mayRead(FIRST_WORK);
    answerLarge(null);
    expect(await reading).toBe(false);
    expect(store.getState().files).toBe(FIRST_WORK.files);
  });

  it('keeps the text and says that it was not read when there is no earlier work', async () => {
    update({ files: LARGE, active: 'large.yaml' });
    const reading = mayRead(null);
    answerLarge(null);
    expect(await reading).toBe(false);
    expect(store.getState().files).toBe(LARGE);
    expect(store.getState().notices.map(({ kind }) => kind.name)).toEqual(['reading-stopped']);
  });

  it('reads everything when the user says so, and does not ask again', async () => {
    update({ files: LARGE, active: 'large.yaml' });
    const reading = mayRead(null);
    answerLarge(store.getState().large);
    expect(await reading).toBe(true);
    expect(await mayRead(null)).toBe(true);
    expect(await askWhatToOpen(LARGE, [])).toBe(LARGE);
  });
});

describe('a part of a work', () => {
  const all = partsOfWork([file('a.yaml', 'shop', 'web'), file('b.yaml', 'web'), file('c.yaml', 'shop')]);

  it('of some namespaces says what is missing', () => {
    const files = onlyNamespaces(all, new Set(['shop']));
    expect(files.map(({ name }) => name)).toEqual(['a.yaml', 'c.yaml']);
    expect(hasLeftOut(files)).toBe(true);
    expect(leftOutOf(files)).toEqual({ documents: 2, namespaces: ['shop'], files: [] });
    expect(files[0]?.text).toContain(service('shop'));
    expect(files[0]?.text).not.toContain('web');
  });

  it('of some files says what is missing', () => {
    const files = onlyFiles(all, new Set(['b.yaml', 'c.yaml']));
    expect(leftOutOf(files)).toEqual({ documents: 2, namespaces: [], files: ['a.yaml'] });
  });

  it('has no note when nothing is missing', () => {
    expect(hasLeftOut(onlyNamespaces(all, new Set(['shop', 'web'])))).toBe(false);
    expect(hasLeftOut(onlyFiles(all, new Set(['a.yaml', 'b.yaml', 'c.yaml'])))).toBe(false);
  });

  it('of JSON files has the note in a file of its own', () => {
    const json = {
      name: 'a.json',
      text: JSON.stringify([{ apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'shop' } }]),
    };
    const files = onlyFiles(partsOfWork([json, file('b.yaml', 'web')]), new Set(['a.json']));
    expect(files.map(({ name }) => name)).toEqual(['left-out.yaml', 'a.json']);
    expect(leftOutOf(files)?.documents).toBe(1);
  });

  it('adds up the notes of parts of parts', () => {
    const once = withLeftOut('a: 1\n', { documents: 2, namespaces: ['shop'], files: [] });
    const twice = withLeftOut(once, { documents: 3, namespaces: [], files: ['b.yaml'] });
    expect(leftOutOf([{ name: 'a.yaml', text: twice }])).toEqual({
      documents: 5,
      namespaces: ['shop'],
      files: ['b.yaml'],
    });
  });

  it('still has a note when the comment was damaged', () => {
    expect(leftOutOf([{ name: 'a.yaml', text: '# gammascope-left-out {"documents"' }])).toEqual({
      documents: 0,
      namespaces: [],
      files: [],
    });
  });
});

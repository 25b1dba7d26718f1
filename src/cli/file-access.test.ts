import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { UsageError } from './arguments.ts';
import { fileAccess } from './file-access.ts';

let top = '';
const at = (...path: string[]) => join(top, ...path);

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'gammascope-files-'));
  for (const folder of ['repo/sub', 'repo/.hidden', 'home', 'other', 'linked', 'round/a', 'diamond'])
    mkdirSync(at(folder), { recursive: true });
  for (const file of [
    'repo/t.yaml',
    'repo/base.yaml',
    'repo/sub/more.yml',
    'repo/.hidden/x.yaml',
    'repo/notes.txt',
    'home/token.yaml',
    'home/config',
    'other/world.yaml',
    'linked/own.yaml',
    'round/a/r.yaml',
  ])
    writeFileSync(at(file), `text: ${file}\n`);
  symlinkSync(at('home/token.yaml'), at('repo/link.yaml.lnk'));
  symlinkSync(at('home/token.yaml'), at('linked/out.yaml'));
  symlinkSync(at('round'), at('round/a/again'));
  // Each level has two links to the next one, so that there are 2 to the power of 50 paths.
  for (let level = 0; level < 50; level++) {
    mkdirSync(at('diamond', `l${level}`), { recursive: true });
    symlinkSync(at('diamond', `l${(level + 1) % 50}`), at('diamond', `l${level}`, 'a'));
    symlinkSync(at('diamond', `l${(level + 1) % 50}`), at('diamond', `l${level}`, 'b'));
  }
  writeFileSync(at('diamond/l49/end.yaml'), 'a: 1\n');
  spawnSync('mkfifo', [at('pipe.yaml')]);
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

describe('manifests that a RouteTest names', () => {
  const read = (path: string, roots: readonly string[] = []) => {
    const access = fileAccess(roots);
    access.readSources([at('repo')]);
    return access.readManifest(path, at('repo/t.yaml'));
  };

  test.each(['base.yaml', 'sub/more.yml', './sub/../base.yaml'])('%s is read', (path) => {
    expect(read(path)).toMatchObject({ text: expect.stringContaining('text: repo/') });
  });

  test.each([
    '../home/token.yaml',
    '../home/config',
    '/etc/passwd',
    '../other/world.yaml',
    'notes.txt',
    '.hidden/x.yaml',
    'link.yaml.lnk',
  ])('%s is refused', (path) => expect(read(path)).toBe('refused'));

  it('reads below a given root', () => {
    expect(read('../other/world.yaml', [at('other')])).toMatchObject({ text: 'text: other/world.yaml\n' });
  });

  it('distinguishes missing files from forbidden ones', () => {
    expect(read('nothing.yaml')).toBe(null);
  });
});

describe('folders', () => {
  const files = (name: string) =>
    fileAccess([])
      .readSources([at(name)])
      .map(({ file }) => file.slice(top.length + 1));

  it('refuses a link that leaves the folder', () => {
    expect(() => files('linked')).toThrow(UsageError);
  });

  it('ends at cyclic links, and reads a file with several paths once', () => {
    expect(files('round')).toEqual(['round/a/r.yaml']);
    expect(files('diamond')).toHaveLength(1);
  });

  test.each(['pipe.yaml', '/dev/zero', '/dev/null'])('%s is no regular file', (name) => {
    const path = name.startsWith('/') ? name : at(name);
    expect(() => fileAccess([]).readSources([path])).toThrow(/not a regular file/);
  });
});

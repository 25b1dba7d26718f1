/** Returns the folder of a file, without a slash at its end. Returns '' for a bare name. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

/** Returns the last part of a path. */
export function baseNameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Returns a path relative to a folder, with `.` and `..` resolved as far as the folder allows. */
export function resolvePath(folder: string, path: string): string {
  const absolute = path.startsWith('/') || (folder.startsWith('/') && !path.startsWith('/'));
  const parts: string[] = [];
  const joined = `${path.startsWith('/') ? '' : folder}/${path}`;
  for (const part of joined.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..') parts.pop();
    else parts.push(part);
  }
  return `${absolute ? '/' : ''}${parts.join('/')}`;
}

/** Returns true when a file is below a folder, at any depth. */
export function isBelow(file: string, folder: string): boolean {
  return folder === '' ? !file.startsWith('/') : file.startsWith(`${folder}/`);
}

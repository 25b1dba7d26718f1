import type { Problem } from '../manifest/problem.ts';
import type { Path } from '../text/path.ts';

/** Returns a problem of an item of a List with paths from the root of the document. */
export function inside(problem: Problem, root: Path): Problem {
  const move = <P extends { readonly path: Path }>(place: P): P => ({
    ...place,
    path: [...root, ...place.path],
  });
  return {
    ...problem,
    place: move(problem.place),
    related: problem.related?.map(({ note, place }) => ({ note, place: move(place) })) ?? [],
    fixes:
      problem.fixes?.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, place: move(edit.place) })),
      })) ?? [],
  };
}

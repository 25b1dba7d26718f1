import type { Problem } from '../manifest/problem.ts';

/** `${NAME}`, which envsubst and Flux replace, and `${NAME:-default}`. */
const PLACEHOLDER = /\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:=?+-][^}]*)?\}/;

/** Returns the first placeholder of a text. Returns null if it has none. */
export function placeholderIn(text: string): string | null {
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}

/**
 * Returns a problem of a schema. If the value is a placeholder that a tool replaces before the manifest is
 * applied, returns a problem that says so: the value is unknown, and so is whether it is wrong.
 */
export function orPlaceholder(problem: Problem, written: string | null): Problem {
  const placeholder = written === null ? null : placeholderIn(written);
  if (placeholder === null) return problem;
  return { code: 'placeholder-not-replaced', args: { placeholder }, place: problem.place };
}

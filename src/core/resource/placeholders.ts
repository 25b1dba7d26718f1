import type { Problem } from '../manifest/problem.ts';

/** `${NAME}` as envsubst and Flux replace it; `${NAME:-default}` as well. */
const PLACEHOLDER = /\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:=?+-][^}]*)?\}/;

/** The first placeholder of a text; null when it has none. */
export function placeholderIn(text: string): string | null {
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}

/**
 * A problem of a schema, or, where the value at its place is a placeholder that a tool replaces before the manifest is
 * applied, a problem that says so: what the value will be is unknown, and so is whether it is wrong.
 */
export function orPlaceholder(problem: Problem, written: string | null): Problem {
  const placeholder = written === null ? null : placeholderIn(written);
  if (placeholder === null) return problem;
  return { code: 'placeholder-not-replaced', args: { placeholder }, place: problem.place };
}

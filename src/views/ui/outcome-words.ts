import type { Outcome } from '../../core/ir/trace.ts';

/** Outcomes that a caller is content with. */
export const ARRIVES: ReadonlySet<Outcome['kind']> = new Set([
  'forwarded',
  'passed-through',
  'redirected',
  'responded',
]);

/** Where the requests of an outcome go, each Service with its port and its share unless it gets all. */
export function sharesOf({ backends }: Outcome): readonly string[] {
  return backends.map(({ service, port, share }) =>
    share === 1 ? `${service}:${port}` : `${service}:${port} (${Math.round(share * 1000) / 10} %)`,
  );
}

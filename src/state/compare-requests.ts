import { update } from './store.ts';

/** Sets or removes the second client. */
export function compareWith(client: string | null): void {
  update({ compare: client, kept: null, ...(client === null ? { comparison: null } : null) });
}

/** Keeps the present request, so that its answer is shown next to those of later requests. */
export function keepToCompare(): void {
  update(({ request, answer }) => ({ kept: request, comparison: answer }));
}

/** Shows only the present answer. */
export function stopComparing(): void {
  update({ compare: null, kept: null, comparison: null });
}

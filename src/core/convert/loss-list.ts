import type { Origin } from '../ir/origin.ts';
import type { PlacedOrigin } from '../ir/trace.ts';
import { type Loss, type LossCode, severityOf } from './loss.ts';

/** Collects losses, each once. */
export class LossList {
  private readonly found = new Map<string, Loss>();
  private readonly place: (origin: Origin) => PlacedOrigin;

  constructor(place: (origin: Origin) => PlacedOrigin) {
    this.place = place;
  }

  /** Adds a loss at a place of a resource. */
  add(resource: string, origin: Origin, code: LossCode, args: Readonly<Record<string, string>> = {}): void {
    const key = JSON.stringify([resource, origin.path, code, args]);
    if (this.found.has(key)) return;
    const placed = this.place(origin);
    const why = { code, args };
    this.found.set(key, { resource, path: placed.path, origin: placed, why, severity: severityOf(code) });
  }

  /** Returns the losses in the order of their places, errors first. */
  all(): readonly Loss[] {
    const order = { error: 0, warning: 1, note: 2 };
    return [...this.found.values()].sort(
      (a, b) =>
        order[a.severity] - order[b.severity] ||
        (a.origin.file < b.origin.file ? -1 : a.origin.file > b.origin.file ? 1 : 0) ||
        a.origin.line - b.origin.line ||
        (a.why.code < b.why.code ? -1 : 1),
    );
  }
}

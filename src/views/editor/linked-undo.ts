/** The part of a model that is used. Tests provide another implementation. */
export interface Undoable {
  /** The same number means the same text, even after undo. */
  getAlternativeVersionId(): number;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

interface Step {
  readonly model: Undoable;
  readonly before: number;
  readonly after: number;
}

/** Changes of several texts that belong together. Only the newest ones are kept. */
let links: readonly (readonly Step[])[] = [];
const MOST_LINKS = 50;

/** Makes changes to several models one step of undo: reverting one of them reverts all. */
export function changeTogether(models: readonly Undoable[], act: () => void): void {
  const before = models.map((model) => model.getAlternativeVersionId());
  act();
  const steps = models
    .map((model, at): Step => ({ model, before: before[at] ?? 0, after: model.getAlternativeVersionId() }))
    .filter((step) => step.before !== step.after);
  if (steps.length > 1) links = [...links, steps].slice(-MOST_LINKS);
}

/**
 * Must be called for every change of a model by undo or redo. Also reverts the changes that were made
 * together with it. A text that has changed since remains unchanged.
 */
export function followUndo(model: Undoable, isUndo: boolean): void {
  const version = model.getAlternativeVersionId();
  const link = links.find((steps) =>
    steps.some((step) => step.model === model && (isUndo ? step.before : step.after) === version),
  );
  for (const step of link ?? []) {
    if (step.model === model) continue;
    if (step.model.getAlternativeVersionId() !== (isUndo ? step.after : step.before)) continue;
    void (isUndo ? step.model.undo() : step.model.redo());
  }
}

/** Removes a closed model. */
export function forgetUndo(model: Undoable): void {
  links = links.filter((steps) => steps.every((step) => step.model !== model));
}

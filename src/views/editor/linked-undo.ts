/** The part of a model that is needed; tests give another. */
export interface Undoable {
  /** The same number means the same text, after undoing, too. */
  getAlternativeVersionId(): number;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

interface Step {
  readonly model: Undoable;
  readonly before: number;
  readonly after: number;
}

/** Changes of several texts that belong together; more than the newest few nobody goes back to. */
let links: readonly (readonly Step[])[] = [];
const MOST_LINKS = 50;

/** Makes changes to several models one step of undo: what takes one of them back takes back all. */
export function changeTogether(models: readonly Undoable[], act: () => void): void {
  const before = models.map((model) => model.getAlternativeVersionId());
  act();
  const steps = models
    .map((model, at): Step => ({ model, before: before[at] ?? 0, after: model.getAlternativeVersionId() }))
    .filter((step) => step.before !== step.after);
  if (steps.length > 1) links = [...links, steps].slice(-MOST_LINKS);
}

/**
 * Has to be told of every change of a model that undo or redo made; takes the changes that were made together with it
 * along. A text that was changed again since stays as it is.
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

/** Forgets a model that is gone. */
export function forgetUndo(model: Undoable): void {
  links = links.filter((steps) => steps.every((step) => step.model !== model));
}

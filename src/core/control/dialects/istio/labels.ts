import { own } from '../../../text/own.ts';

/** The labels of a Pod, or those that a selector requires. */
export type PodLabels = Readonly<Record<string, string>>;

/** Returns true if a Pod has all labels of a selector. */
export function hasLabels(labels: PodLabels, selector: PodLabels): boolean {
  return Object.keys(selector).every(
    (key) => Object.hasOwn(labels, key) && own(labels, key) === own(selector, key),
  );
}

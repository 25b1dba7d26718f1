/** The height of the drawer in percent of the space below the answer. */
export const DRAWER_HEIGHT = { usual: 34, least: 15, most: 85, step: 5 } as const;

/** Returns a height within the limits. */
export function drawerHeight(height: number): number {
  return Math.min(DRAWER_HEIGHT.most, Math.max(DRAWER_HEIGHT.least, height));
}

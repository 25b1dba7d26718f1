/**
 * Returns the client of a request as people read it: `ns`, `ns/workload`, or the name of a Gateway without the
 * mark that the form gives it. The text of a request that begins with its client keeps its rest.
 */
export function shownClient(from: string): string {
  return from.replace(/^gateway:(IngressClass\/)?/, (_, ofClass) =>
    ofClass === undefined ? '' : 'Ingress ',
  );
}

/** A backend as outcomes name it. A Pod that is dialled by its IP address has no Service. */
interface NamedBackend {
  readonly service: string | null;
  readonly port: number | null;
  readonly subset?: string | undefined;
}

/**
 * Returns the text that shows a backend: `ns/name:port@subset`, without the port or the subset if it has none,
 * and `Pod` for a Pod dialled by its IP address.
 */
export function backendLabel({ service, port, subset }: NamedBackend, pod = 'Pod'): string {
  const name = service ?? pod;
  return `${name}${port === null ? '' : `:${port}`}${subset === undefined ? '' : `@${subset}`}`;
}

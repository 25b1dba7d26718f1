import { cut } from './ids.ts';

/**
 * Returns the parts of a client as requests name it: `ns`, or `ns/workload`, with `@account` for its service
 * account. The workload is null for `ns`.
 */
export function readClientName(text: string): {
  readonly namespace: string;
  readonly workload: string | null;
  readonly serviceAccount?: string;
} {
  const [client, serviceAccount] = cut(text, '@');
  const [namespace, workload] = cut(client, '/');
  return { namespace, workload, ...(serviceAccount ? { serviceAccount } : null) };
}

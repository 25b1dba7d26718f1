import { any, integer, record, text, textMap, type Validated } from '../../schema.ts';

/** The fields of one endpoint, in a WorkloadEntry and in a list of endpoints. */
export const WORKLOAD_FIELDS = {
  address: text('The IP address or the host of the endpoint.'),
  ports: any('The ports of the endpoint, by the names of the ports of the host.'),
  labels: textMap('The labels of the endpoint. Selectors and subsets compare them.'),
  network: any(),
  locality: any(),
  weight: integer('The share of the endpoint, relative to the others.', { min: 0 }),
  serviceAccount: any(),
};

export const WORKLOAD_SPEC = record('An endpoint that is no Pod.', WORKLOAD_FIELDS);

/** An endpoint that is no Pod. */
export interface EntryEndpoint {
  /** `''` if it is not given. */
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Returns an endpoint. */
export function endpointOf(value: Validated<typeof WORKLOAD_SPEC>): EntryEndpoint {
  return { address: value.address ?? '', labels: value.labels ?? {} };
}

import { any, integer, list, port, record, text, textMap, type Validated } from '../../schema.ts';

/** The namespaces that see an object (Istio 3.2). */
export const EXPORT_TO = list(
  'The namespaces that see the object: `*` for all, `.` for its own. All when left out.',
  text('A namespace, `*` or `.`.'),
);

export const DESTINATION = record(
  'Where requests go.',
  {
    host: text('A Service, as a short name in the namespace of this object or as a full DNS name.'),
    subset: text('A subset that a DestinationRule of the host defines.'),
    port: record('The port of the host; the dialled port when left out.', {
      number: port('The number of the port.'),
    }),
  },
  { partial: true },
);

const HEADER_CHANGE = record('Changes of headers.', {
  set: textMap('Headers that replace those of the same name.'),
  add: textMap('Headers that are added to those of the same name.'),
  remove: list('Names of headers to remove.', text('The name of a header.')),
});

export const HEADERS = record('Changes of the headers of requests and responses.', {
  request: HEADER_CHANGE,
  response: HEADER_CHANGE,
});

export const PERCENT = record('A share of the requests.', {
  value: any('A number from 0 to 100.'),
});

export const WEIGHTED = record(
  'A destination and its share.',
  {
    destination: DESTINATION,
    weight: integer('The share of this destination, relative to the others.', { min: 0 }),
    headers: HEADERS,
  },
  { partial: true },
);

/** A destination as written. */
export interface WrittenDestination {
  /** Null if it is missing. */
  readonly host: string | null;
  readonly subset: string | null;
  readonly port: number | null;
}

/** Returns a destination. An empty subset counts as absent. */
export function destinationOf(value: Validated<typeof DESTINATION> | null | undefined): WrittenDestination {
  return {
    host: value?.host || null,
    subset: value?.subset || null,
    port: value?.port?.number ?? null,
  };
}

/** Changes of the headers of one direction, in the order of the manifest. */
export interface HeaderOperations {
  readonly set: readonly (readonly [string, string])[];
  readonly add: readonly (readonly [string, string])[];
  readonly remove: readonly string[];
}

/** Changes of the headers of requests and responses. */
export interface HeadersOfRule {
  readonly request: HeaderOperations;
  readonly response: HeaderOperations;
}

/** Returns the changes of headers. Returns null if there are none. */
export function headersOf(value: Validated<typeof HEADERS> | null | undefined): HeadersOfRule | null {
  if (value === null || value === undefined) return null;
  return { request: operationsOf(value.request), response: operationsOf(value.response) };
}

function operationsOf(value: Validated<typeof HEADER_CHANGE> | null | undefined): HeaderOperations {
  return {
    set: Object.entries(value?.set ?? {}),
    add: Object.entries(value?.add ?? {}),
    remove: (value?.remove ?? []).filter((name): name is string => typeof name === 'string'),
  };
}

/** Returns the number from 0 to 100 of a share. Returns null if it is not given. */
export function percentOf(value: Validated<typeof PERCENT> | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  // The default of a number in a protocol buffer is 0.
  return typeof value.value === 'number' ? value.value : 0;
}

import * as v from 'valibot';
import { own, put } from '../core/text/own.ts';

/**
 * The data of links and saved work. Every field is checked separately, so that one broken field does not
 * affect the others.
 */
export interface Carried {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly active: string;
  readonly request: CarriedRequest;
  readonly compare: string | null;
  readonly profile: string;
  /** Step of the request flow that is highlighted. Null when there is none. */
  readonly step: number | null;
  /** Tab of the lower right pane. */
  readonly tab: string;
}

interface CarriedRequest {
  readonly from: string;
  readonly inMesh: boolean;
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly latency: string;
  readonly failTimes: number;
  readonly failHow: 'status' | 'reset';
  readonly failStatus: number;
  readonly responseHeaders: string;
  readonly podOf: string;
  readonly sni: string;
  readonly clientAddress: string;
}

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const line = v.pipe(v.string(), v.maxLength(20_000));
const file = v.object({ name, text: v.pipe(v.string(), v.maxLength(16 * 1024 * 1024)) });

const REQUEST = {
  from: v.pipe(v.string(), v.maxLength(600)),
  inMesh: v.boolean(),
  method: v.pipe(v.string(), v.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$/)),
  url: line,
  headers: line,
  latency: v.pipe(v.string(), v.maxLength(30)),
  failTimes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  failHow: v.picklist(['status', 'reset']),
  failStatus: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  responseHeaders: line,
  podOf: v.pipe(v.string(), v.maxLength(600)),
  sni: v.pipe(v.string(), v.maxLength(300)),
  clientAddress: v.pipe(v.string(), v.maxLength(60)),
} as const;

const FIELDS = {
  active: name,
  compare: v.nullable(v.pipe(v.string(), v.maxLength(600))),
  profile: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  step: v.nullable(v.picklist([1, 2, 3, 4, 5, 6])),
  tab: v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/)),
} as const;

/** The readable fields, and the names of the others. */
export interface CarriedReading {
  readonly carried: Partial<Omit<Carried, 'request'>> & { readonly request: Partial<CarriedRequest> };
  readonly broken: readonly string[];
}

const MOST_FILES = 500;

/** Reads one version-1 object field by field. Ignores unknown fields. */
export function readCarried(value: unknown): CarriedReading {
  const broken: string[] = [];
  const carried: Record<string, unknown> = {};
  const request: Record<string, unknown> = {};
  if (!isRecord(value)) return { carried: { request: {} }, broken: ['content'] };
  if (value.v !== 1) return { carried: { request: {} }, broken: ['version'] };
  if (value.files !== undefined) {
    const list = Array.isArray(value.files) ? value.files.slice(0, MOST_FILES) : [];
    const files = list.flatMap((each) => {
      const read = v.safeParse(file, each);
      return read.success ? [read.output] : [];
    });
    const unique = files.filter((each, at) => files.findIndex((other) => other.name === each.name) === at);
    if (!Array.isArray(value.files) || unique.length < value.files.length) broken.push('files');
    if (unique.length > 0) carried.files = unique;
  }
  for (const [field, schema] of Object.entries(FIELDS)) {
    if (own(value, field) === undefined) continue;
    const read = v.safeParse(schema, own(value, field));
    if (read.success) put(carried, field, read.output);
    else broken.push(field);
  }
  if (value.request !== undefined && !isRecord(value.request)) broken.push('request');
  else if (isRecord(value.request)) {
    for (const [field, schema] of Object.entries(REQUEST)) {
      if (own(value.request, field) === undefined) continue;
      const read = v.safeParse(schema, own(value.request, field));
      if (read.success) put(request, field, read.output);
      else broken.push(`request.${field}`);
    }
  }
  return { carried: { ...carried, request }, broken };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

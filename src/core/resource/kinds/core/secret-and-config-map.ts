import { own, put } from '../../../text/own.ts';
import type { KeyedDataSpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { holdsEncodedPem, holdsPem } from '../../pem.ts';
import { any, flag, text } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What of a Secret or ConfigMap may travel further: its identity. No values, and no annotations, of which
 * `kubectl apply` and other tools use one to keep the whole object in.
 */
function identityOf({ apiVersion, kind, metadata, type }: Fields): Fields {
  const all = typeof metadata === 'object' && metadata !== null ? (metadata as Fields) : {};
  const kept: Record<string, unknown> = {};
  for (const field of ['name', 'generateName', 'namespace', 'labels', 'creationTimestamp']) {
    if (own(all, field) !== undefined) put(kept, field, own(all, field));
  }
  return { apiVersion, kind, metadata: kept, ...(type === undefined ? {} : { type }) };
}

/** The fields that hold values, each with what tells whether a value holds PEM. */
type Holders = Readonly<Record<string, (value: string) => boolean>>;

/** Yields `field-type`, which never says what was written. */
function decodeKeyed(value: Fields, holders: Holders, context: DecodeContext): KeyedDataSpec {
  const keys = new Set<string>();
  const pemKeys = new Set<string>();
  let encrypted = false;
  for (const [field, holds] of Object.entries(holders)) {
    const data = own(value, field);
    if (data === null || data === undefined) continue;
    if (typeof data !== 'object' || Array.isArray(data)) {
      const actual = Array.isArray(data) ? 'list' : typeof data;
      const args = { field, expected: 'mapping', actual };
      context.report({ code: 'field-type', args, place: { path: [field] } });
      continue;
    }
    for (const [key, held] of Object.entries(data)) {
      keys.add(key);
      if (typeof held === 'string') {
        encrypted ||= held.startsWith('ENC[');
        // `stringData` stands after `data` and replaces what has the same key there.
        if (holds(held)) pemKeys.add(key);
        else pemKeys.delete(key);
      } else if (held !== null && held !== undefined) {
        const actual = Array.isArray(held) ? 'list' : typeof held === 'object' ? 'mapping' : typeof held;
        const args = { field: key, expected: 'string', actual };
        context.report({ code: 'field-type', args, place: { path: [field, key] } });
      }
    }
  }
  return {
    type: typeof value.type === 'string' ? value.type : '',
    pemKeys: [...pemKeys],
    keys: [...keys],
    encrypted,
  };
}

const SECRET_DATA: Holders = { data: holdsEncodedPem, stringData: holdsPem };
const CONFIG_DATA: Holders = { binaryData: holdsEncodedPem, data: holdsPem };

/** Which keys there are and which hold PEM matters; the values are never kept. */
export const SECRET = defineKind({
  kind: 'Secret',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('Values to keep to oneself, such as certificates.', {
    type: text('What it is for, for example `kubernetes.io/tls`.', { defaultTo: 'Opaque' }),
    data: any('The values, each in base64.'),
    stringData: any('The values as they are.'),
    immutable: flag('It never changes.'),
  }),
  redact: identityOf,
  decode: (value, context) => decodeKeyed(value, SECRET_DATA, context),
});

export const CONFIG_MAP = defineKind({
  kind: 'ConfigMap',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('Values for anyone to read, such as settings.', {
    data: any('The values.'),
    binaryData: any('Values that are no text, each in base64.'),
    immutable: flag('It never changes.'),
  }),
  redact: identityOf,
  decode: (value, context) => ({ ...decodeKeyed(value, CONFIG_DATA, context), type: '' }),
});

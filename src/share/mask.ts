import { LineMap } from '../core/text/line-map.ts';
import type { Carried } from './carried.ts';
import { coverSpans, mergeSpans } from './cover.ts';
import { echoesIn } from './secret-echoes.ts';
import { secretsInHeaders, secretsInText } from './secret-patterns.ts';
import type { SecretKind } from './secret-span.ts';
import { StandIns } from './stand-in.ts';

/** The place of a replaced value: in a file (line and column count from 1), or in a field of the request. */
export interface MaskedPlace {
  readonly kind: SecretKind;
  readonly name: string;
  readonly at:
    | { readonly in: 'file'; readonly file: string; readonly line: number; readonly column: number }
    | { readonly in: 'request'; readonly field: 'url' | 'headers' | 'responseHeaders' };
}

export interface Masked {
  readonly carried: Carried;
  readonly places: readonly MaskedPlace[];
}

const MENTIONS_SECRET = /\bSecret\b/;

/**
 * Returns the work with placeholders for everything that looks secret. Only the parser knows the places of a
 * Secret's values. Its code is loaded when a text contains one. The texts keep their lines and remain YAML.
 */
export async function maskSecrets(carried: Carried): Promise<Masked> {
  const standIns = new StandIns();
  const byFile = carried.files.map(({ text }) => [...secretsInText(text)]);
  const echoes = new Set<string>();
  if (carried.files.some(({ text }) => MENTIONS_SECRET.test(text))) {
    const { secretsInManifests } = await import('./secret-manifests.ts');
    for (const [at, { name, text }] of carried.files.entries()) {
      if (!MENTIONS_SECRET.test(text)) continue;
      const { spans, values } = secretsInManifests(name, text);
      // The structure gives better names for places than the patterns.
      byFile[at]?.unshift(...spans);
      for (const value of values) echoes.add(value);
    }
  }
  const places: MaskedPlace[] = [];
  const files = carried.files.map((file, index) => {
    const spans = mergeSpans([...(byFile[index] ?? []), ...echoesIn(file.text, echoes)]);
    const lines = new LineMap(spans.length === 0 ? '' : file.text);
    for (const { start, kind, name } of spans) {
      places.push({ kind, name, at: { in: 'file', file: file.name, ...lines.positionAt(start) } });
    }
    return spans.length === 0 ? file : { ...file, text: coverSpans(file.text, spans, standIns) };
  });
  const field = (name: 'url' | 'headers' | 'responseHeaders', find: typeof secretsInText) => {
    const text = carried.request[name];
    const spans = mergeSpans([...find(text), ...echoesIn(text, echoes)]);
    for (const span of spans)
      places.push({ kind: span.kind, name: span.name, at: { in: 'request', field: name } });
    return coverSpans(text, spans, standIns);
  };
  const request = {
    ...carried.request,
    url: field('url', secretsInText),
    headers: field('headers', secretsInHeaders),
    responseHeaders: field('responseHeaders', secretsInHeaders),
  };
  return { carried: { ...carried, files, request }, places };
}

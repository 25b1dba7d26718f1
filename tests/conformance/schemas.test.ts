import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/core/manifest/parse.ts';
import { decodeDocument } from '../../src/core/resource/decode.ts';

const MANIFESTS = path.resolve(import.meta.dirname, '../../../shared/conformance/gateway-api/manifests');

function yamlBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((entry) => entry.endsWith('.yaml')).sort();
}

// Upstream's manifests are data of a checkout beside this one; without it there is nothing to hold us to.
describe.skipIf(!existsSync(MANIFESTS))('manifests of the upstream conformance suite', () => {
  const files = existsSync(MANIFESTS) ? yamlBelow(MANIFESTS) : [];
  it.each(files)('%s is admitted', (file) => {
    const written = readFileSync(path.join(MANIFESTS, file), 'utf8');
    const text = written
      .replaceAll('{GATEWAY_CONTROLLER_NAME}', 'example.com/name')
      .replaceAll(/\{[A-Z_]+\}/g, 'name');
    const documents = parseSource({ file, text });
    const findings = documents.flatMap((document) => [
      ...document.findings,
      ...decodeDocument(document).findings,
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ code }) => code === 'kind-not-simulated')).toEqual([]);
  });
});

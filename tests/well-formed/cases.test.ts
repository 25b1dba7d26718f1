import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { suitesOf } from '../../src/core/answers/run-tests.ts';
import { analyse, GATEWAY_API, traceRequest } from '../../src/core/index.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { checkProxyConfigs } from './check-proxy-config.ts';
import { checkTrace } from './check-trace.ts';

const FOLDER = path.resolve(import.meta.dirname, '../cases');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

const ASKED = ['gateway-api', 'istio', 'linkerd', 'articles-2023'];

it.each(ASKED.map((name) => [name, PROFILES[name] ?? GATEWAY_API] as const))(
  'proxy configurations and traces of all cases are well formed (%s)',
  (_name, profile) => {
    const complaints: string[] = [];
    let traces = 0;
    for (const file of files) {
      const snapshot = analyse([{ file, text: readFileSync(path.join(FOLDER, file), 'utf8') }], { profile });
      complaints.push(...checkProxyConfigs(snapshot.control.ir).map((what) => `${file}: ${what}`));
      for (const { cases } of suitesOf(snapshot))
        for (const { name, request } of cases) {
          if (request === null) continue;
          traces++;
          const trace = traceRequest(snapshot, request);
          complaints.push(...checkTrace(trace).map((what) => `${file} ${name}: ${what}`));
        }
    }
    expect(complaints).toEqual([]);
    expect(traces).toBeGreaterThan(1000);
  },
);

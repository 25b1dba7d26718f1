import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suitesOf } from '../src/core/answers/run-tests.ts';
import { analyse, collectFindings } from '../src/core/index.ts';
import type { Profile } from '../src/core/profile/profile.ts';
import { AUTO } from '../src/core/profile/profile-names.ts';
import { PROFILES } from '../src/core/profile/profiles.ts';
import type { Snapshot } from '../src/core/snapshot.ts';
import { converted, isCovered } from './conversion-answers.ts';

/** The cases of Ingresses next to the project. Each has requests with the answers of real controllers. */
const SHARED = process.env.SHARED ?? join(import.meta.dirname, '../../shared');
const FOLDER = join(SHARED, 'cases/ingress');
const EQUIVALENTS = join(SHARED, 'cases/ingress-equivalents');

const filesOf = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];

const textOf = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

const read = (file: string) => analyse([{ file, text: textOf(FOLDER, file) }], { profile: AUTO });

describe.skipIf(filesOf(FOLDER).length === 0)('the conversion of the cases of Ingresses', () => {
  test.each(filesOf(FOLDER))('%s: every request keeps its answer, or the proof says so', (file) => {
    const snapshot = read(file);
    expect(unexplained(snapshot, snapshot.profile)).toEqual([]);
    expect(converted(snapshot).conversion.proof.complete).toBe(true);
  });

  test.each(filesOf(FOLDER))('%s: the result is valid', (file) => {
    const { after } = converted(read(file));
    const errors = collectFindings(after).filter(
      ({ code, severity, site }) =>
        severity === 'error' && site.file === 'converted.yaml' && !OF_SOURCE.has(code),
    );
    expect(errors).toEqual([]);
  });

  test.each(Object.entries(PROFILES))('under the profile %s as well', (_, profile) => {
    for (const file of filesOf(FOLDER)) expect([file, ...unexplained(read(file), profile)]).toEqual([file]);
  });
});

/** Returns the requests of a case that get another answer, although neither a change nor a loss says so. */
function unexplained(snapshot: Snapshot, profile: Profile): readonly string[] {
  const { answers, conversion } = converted(snapshot, { profile });
  const requests = suitesOf(snapshot).flatMap(({ cases }) => cases.flatMap(({ request }) => request ?? []));
  return requests.flatMap((request) => {
    const both = answers(request);
    const { method, scheme, host, path } = request;
    return both.isSame || isCovered(request, both, conversion)
      ? []
      : [`${method} ${scheme}://${host}${path}`];
  });
}

describe.skipIf(filesOf(EQUIVALENTS).length === 0)('the equivalents of Ingresses', () => {
  test.each(filesOf(EQUIVALENTS))('%s: the conversion is as close to the Ingress, or closer', (file) => {
    const snapshot = read(file);
    const { answers } = converted(snapshot);
    const ours = suitesOf(snapshot)
      .flatMap(({ cases }) => cases.flatMap(({ request }) => request ?? []))
      .filter(({ scheme }) => scheme === 'http')
      .filter((request) => !answers(request).isSame)
      .map(({ method, host, path, query }) => `${method} ${host} ${path}${query}`);
    expect(ours).toEqual(ACCEPTED[file] ?? []);
  });
});

/** The Services and ports that an Ingress names and the manifests do not have. */
const OF_SOURCE: ReadonlySet<string> = new Set(['backend-service-missing', 'backend-port-missing']);

/** Requests that get another answer also with the equivalents. The proof says so. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  '08-nginx-trailing-slash-301.yaml': ['GET tls.test /app/'],
  '12-nginx-rewrite-target.yaml': ['GET cap.test /Something/New'],
  '23-externalname-workaround.yaml': ['GET fruits.test /direct'],
};

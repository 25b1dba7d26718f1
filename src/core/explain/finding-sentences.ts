import type { Finding, Fix } from '../findings/finding.ts';
import { MANIFEST_FIXES, MANIFEST_NOTES, MANIFEST_SENTENCES } from './findings-manifest.ts';
import { RESOURCE_FIXES, RESOURCE_NOTES, RESOURCE_SENTENCES } from './findings-resource.ts';
import { ROUTETEST_SENTENCES } from './findings-routetest.ts';
import { ROUTING_FIXES, ROUTING_NOTES, ROUTING_SENTENCES } from './findings-routing.ts';

type Args = Readonly<Record<string, string | number>>;

const SENTENCES: Readonly<Record<Finding['code'], (args: Args) => string>> = {
  ...MANIFEST_SENTENCES,
  ...RESOURCE_SENTENCES,
  ...ROUTING_SENTENCES,
  ...ROUTETEST_SENTENCES,
};

const FIXES: Readonly<Record<string, (args: Args) => string>> = {
  ...MANIFEST_FIXES,
  ...RESOURCE_FIXES,
  ...ROUTING_FIXES,
};

const NOTES: Readonly<Record<string, string>> = { ...MANIFEST_NOTES, ...RESOURCE_NOTES, ...ROUTING_NOTES };

/** The sentence of a finding: what is wrong, why it matters, what to do. Backticks mark code. */
export function sentenceOf(finding: Finding): string {
  return SENTENCES[finding.code](finding.args);
}

/** The title of a fix, as its button says it. */
export function fixTitle(fix: Fix): string {
  const title = Object.hasOwn(FIXES, fix.name) ? FIXES[fix.name] : undefined;
  return title === undefined ? fix.name : title(fix.args);
}

/** What a related place has to do with a finding. */
export function noteText(note: string): string {
  return Object.hasOwn(NOTES, note) ? (NOTES[note] as string) : note;
}

import { type Conversion, type ConversionChange, convertIngresses } from '../core/convert/conversion.ts';
import type { Loss } from '../core/convert/loss.ts';
import { CONVERSION_WORDS } from '../core/convert/words/conversion-words.ts';
import { lossSentence } from '../core/convert/words/loss-sentence.ts';
import { plain } from '../core/explain/fragment.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { visible } from '../core/text/visible.ts';
import { visibleData, visibleJSON } from '../core/text/visible-data.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { printChange } from './diff-command.ts';

const WORDS = CONVERSION_WORDS.en;
const TARGET = 'gateway-api';
const ID = /^[\w.]+\/[^/\s]+(\/[^/\s]+)?$/;

/**
 * Runs `convert`: prints Gateway API manifests for the Ingresses. `remarks` is what they lose, and the comparison
 * with the source. The exit code is 1 if a request is treated differently, if something is lost, or if the
 * comparison is not complete.
 */
export function convertCommand(
  { options, only, output }: Pick<Arguments, 'options' | 'only' | 'output'>,
  snapshot: Snapshot,
): { readonly text: string; readonly remarks: string; readonly exitCode: number } {
  const target = options.get('to');
  if (target !== TARGET) throw new UsageError(`convert needs --to ${TARGET}`);
  const wrong = only.find((each) => !ID.test(each));
  if (wrong !== undefined) throw new UsageError(`--only needs KIND/NS/NAME, not ${wrong}`);
  const missing = only.find((each) => !snapshot.cluster.byId.has(each));
  if (missing !== undefined) throw new UsageError(`the manifests have no ${missing}`);
  const gateway = options.get('gateway');
  if (gateway !== undefined && !/^[^/:\s]+\/[^/:\s]+$/.test(gateway))
    throw new UsageError(`--gateway needs NS/NAME, not ${gateway}`);
  const gatewayClass = options.get('gateway-class');
  const conversion = convertIngresses(snapshot, {
    ...(gatewayClass === undefined ? null : { gatewayClass }),
    ...(gateway === undefined ? null : { gateway }),
    ...(only.length === 0 ? null : { only }),
  });
  const exitCode = isEquivalent(conversion) ? 0 : 1;
  if (output === 'json') return { text: `${visibleJSON(conversion)}\n`, remarks: '', exitCode };
  return { text: conversion.documents.join('---\n'), remarks: printRemarks(conversion), exitCode };
}

/** Returns true if every request gets the same answer, and only notes are lost. */
function isEquivalent({ losses, proof }: Conversion): boolean {
  return proof.complete && proof.changes.length === 0 && losses.every(({ severity }) => severity === 'note');
}

function printRemarks({ documents, losses, proof }: Conversion): string {
  const lines = losses.map((loss) => printLoss(visibleData(loss)));
  for (const change of visibleData(proof.changes)) lines.push(printConversionChange(change));
  if (documents.length === 0) lines.push('No Ingress is served, so there is nothing to convert.');
  else if (!proof.complete)
    lines.push('The comparison is not complete: patterns leave open whether there is more.');
  else if (proof.changes.length === 0) lines.push('Every request gets the same answer.');
  return lines.map((line) => `${line}\n`).join('');
}

function printLoss(loss: Loss): string {
  const { origin, severity, resource, path } = loss;
  const where = `${visible(origin.file)}:${origin.line}:${origin.column}`;
  return `${where} ${WORDS.severities[severity]} ${resource} ${path}\n    ${plain(lossSentence(loss, WORDS))}`;
}

function printConversionChange(change: ConversionChange): string {
  const { topic, hosts, witnessAfter, witness } = change;
  const lines = [`Treated differently: ${WORDS.topics[topic]}`];
  if (hosts.length > 1) lines.push(`  hosts ${hosts.join(', ')}`);
  lines.push(`  enters ${witness.gateway ?? ''} before, ${witnessAfter.gateway ?? ''} after`);
  return [...lines, indented(printChange(change))].join('\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

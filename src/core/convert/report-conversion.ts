import { resourceText } from '../answers/resource-text.ts';
import type { TextEdit } from '../explain/finding-report.ts';
import { INGRESS } from '../resource/kinds/rare-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Conversion, type ConversionOptions, convertIngresses } from './conversion.ts';
import { removeResources } from './remove-resources.ts';
import { servicesBehindAliases } from './seen-through-aliases.ts';

/** A conversion with its source, as the page shows it. */
export interface ConversionReport extends Conversion {
  /** The Ingresses that the conversion is asked for, as written. */
  readonly sources: readonly { readonly id: string; readonly text: string }[];
  /** The edits that remove the converted Ingresses. Null if their text cannot be removed. */
  readonly removal: readonly TextEdit[] | null;
  /**
   * The Services (`ns/name`) behind ExternalName Services. The proof has them in both outcomes. A trace of today
   * names the ExternalName Service.
   */
  readonly behindAliases: readonly string[];
}

/** Returns the conversion of all Ingresses, with what the page needs to adopt it. */
export function reportConversion(snapshot: Snapshot, options: ConversionOptions): ConversionReport {
  const conversion = convertIngresses(snapshot, options);
  const converted = conversion.entrances.flatMap(({ ingresses }) => ingresses);
  return {
    ...conversion,
    sources: snapshot.cluster
      .resourcesOf(INGRESS)
      .map(({ id }) => ({ id, text: resourceText(snapshot, id) ?? '' })),
    behindAliases: servicesBehindAliases(snapshot.cluster, snapshot.control.ir),
    removal: conversion.documents.length === 0 ? null : removeResources(snapshot, converted),
  };
}

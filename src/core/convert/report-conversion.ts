import { resourceText } from '../answers/resource-text.ts';
import type { TextEdit } from '../explain/finding-report.ts';
import { INGRESS } from '../resource/kinds/rare-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { type ConversionOptions, convertIngresses } from './conversion.ts';
import type { Conversion } from './conversion-result.ts';
import { removeResources } from './remove-resources.ts';
import { servicesBehindAliases } from './seen-through-aliases.ts';

/** A class of Ingresses that is converted. */
export interface ConvertedEntrance {
  /** The controller of the class, as a request names it: `IngressClass/NAME`. */
  readonly before: string;
  /** `ns/name` of the Gateway that takes its place. */
  readonly after: string;
  /** The ids of the Ingresses whose requests the Gateway takes. */
  readonly ingresses: readonly string[];
}

/** A conversion with its source, as the page shows it. */
export interface ConversionReport extends Conversion {
  /** The Ingresses that the conversion is asked for, as written. */
  readonly sources: readonly { readonly id: string; readonly text: string }[];
  readonly entrances: readonly ConvertedEntrance[];
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
  const entrances = entrancesOf(snapshot, conversion);
  const converted = entrances.flatMap(({ ingresses }) => ingresses);
  return {
    ...conversion,
    entrances,
    sources: snapshot.cluster
      .resourcesOf(INGRESS)
      .map(({ id }) => ({ id, text: resourceText(snapshot, id) ?? '' })),
    behindAliases: servicesBehindAliases(snapshot.cluster, snapshot.control.ir),
    removal: conversion.documents.length === 0 ? null : removeResources(snapshot, converted),
  };
}

function entrancesOf({ control }: Snapshot, { gateways, losses }: Conversion): readonly ConvertedEntrance[] {
  // Their controller ignores them today, so they are not converted.
  const dropped = new Set(
    losses.flatMap(({ resource, why }) => (why.code === 'ingress-dropped' ? [resource] : [])),
  );
  const proxies = [...control.ir.gateways.values()];
  return gateways.flatMap(({ ingressClass, gateway }): readonly ConvertedEntrance[] => {
    const proxy = proxies.find(({ controller }) => controller?.className === ingressClass);
    if (proxy?.controller === undefined) return [];
    const ingresses = proxy.controller.objects.filter((id) => !dropped.has(id));
    return [{ before: proxy.id, after: gateway, ingresses }];
  });
}

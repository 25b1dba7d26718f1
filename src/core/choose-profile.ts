import type { Cluster } from './cluster/cluster.ts';
import type { Semantics } from './ir/semantics.ts';
import { GATEWAY_API, type Profile } from './profile/profile.ts';
import type { ProfileName } from './profile/profile-names.ts';
import { findProfile } from './profile/profiles.ts';
import type { Resource } from './resource/decoded-resource.ts';
import { own } from './text/own.ts';

/** API groups, keys of labels and names of controllers, by the implementation that they belong to. */
const IMPLEMENTATIONS: readonly (readonly [RegExp, ProfileName])[] = [
  [/(^|\.)istio\.io(\/|$)|^istio-injection$|^env\.alibaba\.com$/, 'istio'],
  [/(^|\.)linkerd\.io(\/|$)/, 'linkerd'],
  [/(^|\.)kuma\.io(\/|$)/, 'kuma'],
  [/(^|\.)gateway\.envoyproxy\.io(\/|$)/, 'envoy-gateway'],
];

/** A setting with such a value turns a mesh off. */
const OFF = /^(disabled|false|none)$/;

/** A profile, and how it was chosen. */
export interface ChosenProfile {
  readonly profile: Profile;
  readonly semantics: Semantics;
}

/** A part of a bundle that names an implementation. */
interface Sign {
  readonly profile: ProfileName;
  /** A kind, a key, or `GatewayClass name`. */
  readonly name: string;
  readonly isKind: boolean;
}

/**
 * Returns the profile that the manifests ask for, and why. Kinds of Istio and of KT-env take precedence, as
 * they route. After them, kinds, labels, annotations, GatewayClasses and CRDs of one implementation choose its
 * profile. Nothing, or several implementations, choose the specification.
 */
export function chooseProfile(cluster: Cluster): ChosenProfile {
  const signs = cluster.resources.flatMap(signsOf);
  const routing = signs.filter(({ profile, isKind }) => isKind && profile === 'istio');
  const deciding = routing.length > 0 ? routing : signs;
  const named = new Set(deciding.map((each) => each.profile));
  const [only] = named;
  const profile = (named.size === 1 && only !== undefined ? findProfile(only) : null) ?? GATEWAY_API;
  const because = [...new Set(deciding.map(({ name }) => name))];
  return { profile, semantics: { profile: profile.name, chosen: 'auto', because } };
}

function signsOf({ decoded, resource }: Resource): readonly Sign[] {
  const { group, kind, name, labels, annotations } = resource;
  const ofKind = sign(group, kind, true);
  if (ofKind !== null) return [ofKind];
  if (kind === 'CustomResourceDefinition') return listOf(sign(name, `${kind} ${name}`, false));
  if (decoded && resource.kind === 'GatewayClass')
    return listOf(sign(resource.spec.controllerName, `${kind} ${name}`, false));
  const pod = 'spec' in resource && 'podLabels' in resource.spec ? resource.spec : null;
  const settings = [labels, annotations, pod?.podLabels ?? {}, pod?.podAnnotations ?? {}];
  return settings.flatMap((each) =>
    Object.keys(each).flatMap((key) =>
      OFF.test(String(own(each, key))) ? [] : listOf(sign(key, key, false)),
    ),
  );
}

function sign(text: string, name: string, isKind: boolean): Sign | null {
  const found = IMPLEMENTATIONS.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : { profile: found[1], name, isKind };
}

function listOf(found: Sign | null): readonly Sign[] {
  return found === null ? [] : [found];
}

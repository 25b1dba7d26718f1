import type { INGRESS_CODES } from '../../findings/codes-ingress.ts';
import { own } from '../../text/own.ts';
import type { Args } from '../finding-words.ts';

/** One English sentence (or two) for each code about Ingresses: what is wrong, why it matters, what to do. */
export const INGRESS_SENTENCES: Readonly<Record<keyof typeof INGRESS_CODES, (args: Args) => string>> = {
  'ingress-class-missing': ({ ingress, class: name, classes }) =>
    `\`${ingress}\` names the IngressClass \`${name}\`, but the manifests only declare ${classes}. No controller serves it.`,
  'ingress-class-default': ({ ingress, class: name }) =>
    `\`${ingress}\` names no class. When it is created, Kubernetes gives it the default class \`${name}\`; this is assumed here.`,
  'ingress-class-none': ({ ingress, classes }) =>
    `\`${ingress}\` names no class, and no IngressClass is the default (there are ${classes}). Only a controller that serves Ingresses without a class serves it.`,
  'ingress-service-missing': ({ ingress, service }) =>
    `\`${ingress}\` forwards to Service \`${service}\`, but no manifest declares it. Most controllers answer its requests with an error.`,
  'ingress-port-missing': ({ ingress, service, port, ports }) =>
    `\`${ingress}\` forwards to port ${port} of Service \`${service}\`, which has ${ports === '' ? 'no ports' : `only ${ports}`}. Most controllers answer its requests with an error.`,
  'ingress-port-is-target-port': ({ ingress, service, port, use }) =>
    `\`${ingress}\` forwards to ${port}, which is the target port of Service \`${service}\`. An Ingress needs the Service port, here ${use}. ingress-nginx accepts both; other controllers and Gateway API do not.`,
  'ingress-external-name-local': ({ ingress, service, name }) =>
    `\`${ingress}\` forwards to Service \`${service}\`, whose external name is \`${name}\`: an address of the controller itself. ingress-nginx refuses it and answers 503.`,
  'ingress-path-shadowed': ({ ingress, host, path, by, why }) =>
    ingress === by
      ? `\`${ingress}\` has the path \`${path}\` of the host \`${host}\` twice with the same type. Only the first one takes requests.`
      : `\`${ingress}\` has the path \`${path}\` of the host \`${host}\`, and so does \`${by}\`. Only \`${by}\` takes its requests, because ${own(SHADOWED, String(why)) ?? why}.`,
  'ingress-tls-host-without-rule': ({ ingress, host }) =>
    `\`${ingress}\` has a certificate for \`${host}\`, but no rule for this host.`,
  'nginx-ingress-dropped': ({ ingress, annotation }) =>
    `ingress-nginx does not serve \`${ingress}\` at all because of the annotation \`${annotation}\`: its value is invalid, or the controller does not allow the annotation by default. All its hosts answer 404.`,
  'nginx-duplicate-location': ({ ingress, host, path, other, by }) =>
    `The paths \`${path}\` of \`${ingress}\` and \`${other}\` of \`${by}\` become the same location of the host \`${host}\`. nginx refuses the whole configuration, and the controller keeps the old one for all hosts. Remove one of the paths.`,
  'nginx-regex-by-neighbour': ({ ingress, host, by }) =>
    `\`${by}\` makes all paths of the host \`${host}\` regular expressions. The paths of \`${ingress}\` ignore letter case there, and also take longer paths that start with them, even those of the type Exact.`,
  'nginx-slash-added': ({ host, path, bare }) =>
    `ingress-nginx redirects \`${bare}\` of the host \`${host}\` to \`${path}\` (301), because the path is written with a slash at its end.`,
  'nginx-default-backend-of-hosts': ({ ingress, service, hosts }) =>
    hosts === ''
      ? `The default backend \`${service}\` of \`${ingress}\` takes no request. In ingress-nginx it is for the hosts that the Ingress is the first to name, and their other paths are taken already.`
      : `The default backend \`${service}\` of \`${ingress}\` only takes other paths of ${hosts}. Requests to hosts that no Ingress names get 404 from ingress-nginx.`,
  'nginx-canary-inert': ({ ingress, host, path, service, why }) =>
    `The canary \`${ingress}\` takes no request of the path \`${path}\` of the host \`${host}\`: ${inertBecause(String(service), String(why))}`,
  'nginx-canary-takes-hosts': ({ ingress, host, path, service }) =>
    `The canary \`${ingress}\` uses Service \`${service}\`, which an earlier Ingress uses too, and no other Ingress names the host \`${host}\`. ingress-nginx gives it the path \`${path}\` of all unknown hosts.`,
  'nginx-service-of-canary': ({ ingress, host, path, service, canary }) =>
    `ingress-nginx ignores the path \`${path}\` of the host \`${host}\` in \`${ingress}\`, because the earlier canary \`${canary}\` uses Service \`${service}\`. Use another Service for the canary.`,
};

/** Why an equal path wins. */
const SHADOWED: Readonly<Record<string, string>> = {
  age: 'it is older',
  name: 'its name comes first',
  'last-name': 'its name comes last, and the manifests do not say which one is older',
};

function inertBecause(service: string, why: string): string {
  const reasons: Readonly<Record<string, string>> = {
    'service-taken': `an earlier Ingress uses Service \`${service}\` too. Use another Service for the canary.`,
    'no-primary': 'no other Ingress has this path with the same host and type.',
    second: 'another canary comes first, and only one canary of a Service counts.',
    empty: `Service \`${service}\` has no ready endpoint.`,
  };
  return own(reasons, why) ?? why;
}

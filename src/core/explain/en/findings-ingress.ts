import type { INGRESS_CODES } from '../../findings/codes-ingress.ts';
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
};

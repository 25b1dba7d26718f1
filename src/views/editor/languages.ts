import { QUIET_YAML } from './quiet-yaml.ts';

/** Every language that a text of ours may be shown in: what needs no service of YAML holds for all of them. */
export const EVERY_LANGUAGE: readonly string[] = ['yaml', QUIET_YAML, 'plaintext'];

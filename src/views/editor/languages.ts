import { QUIET_YAML } from './quiet-yaml.ts';

/** Languages of texts that can bear to be looked at after each key. */
export const SMALL_ENOUGH: readonly string[] = ['yaml', QUIET_YAML];

/** Every language that a text of ours may be shown in: for what is done only when it is asked for. */
export const EVERY_LANGUAGE: readonly string[] = [...SMALL_ENOUGH, 'plaintext'];

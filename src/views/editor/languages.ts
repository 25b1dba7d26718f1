import { QUIET_YAML } from './quiet-yaml.ts';

/** Languages of texts that are small enough for work on each key. */
export const SMALL_ENOUGH: readonly string[] = ['yaml', QUIET_YAML];

/** Every language that a text can have. For features that run only on request. */
export const EVERY_LANGUAGE: readonly string[] = [...SMALL_ENOUGH, 'plaintext'];

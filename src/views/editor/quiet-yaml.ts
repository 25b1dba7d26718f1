import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';
import { monaco } from './monaco.ts';

/** YAML with colours and without language services, for texts that the services' worker cannot process. */
export const QUIET_YAML = 'quiet-yaml';

monaco.languages.register({ id: QUIET_YAML });
monaco.languages.setLanguageConfiguration(QUIET_YAML, conf);
monaco.languages.setMonarchTokensProvider(QUIET_YAML, language);

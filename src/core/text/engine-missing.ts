/**
 * What a thread fetches when it is first needed: RE2 for patterns, the reader of difficult documents, the reader of
 * what is not simulated, the readers of kustomizations, policies and routes that are passed over, the words of
 * findings.
 */
export type Engine =
  | 'regular expression'
  | 'difficult documents'
  | 'what is not simulated'
  | 'routes that are passed over'
  | 'policies'
  | 'kustomizations'
  | 'words of findings';

/**
 * Thrown when a part is needed that nobody has provided yet (see core/engines.ts). Never a user's mistake: a caller that
 * loads parts on demand catches it, provides them and asks again; every other caller provides them first.
 */
export class EngineMissing extends Error {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super(`the ${engine} engine has not been provided`);
    this.name = 'EngineMissing';
    this.engine = engine;
  }
}

/**
 * A part that a thread loads on first use: what a bundle without findings, Gateways, filters and rare kinds
 * does not need for an answer.
 */
export type Engine =
  | 'regular expression'
  | 'difficult documents'
  | 'what is not simulated'
  | 'routes that are passed over'
  | 'policies'
  | 'choices of a profile'
  | 'kustomizations'
  | 'definitions of rare kinds'
  | 'Gateways'
  | 'Istio'
  | 'Ingress'
  | 'access policies'
  | 'problems of documents'
  | 'filters'
  | 'rules of a mesh'
  | 'attempts'
  | 'similar names'
  | 'notes on rivals'
  | 'rare ways'
  | 'rare sentences'
  | 'words of findings';

/**
 * Thrown when a needed part is not loaded yet (see core/engines.ts). It is never a mistake of the user. A
 * caller that loads parts on demand catches it, loads the part and tries again. Every other caller loads all
 * parts first.
 */
export class EngineMissing extends Error {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super(`the ${engine} engine has not been provided`);
    this.name = 'EngineMissing';
    this.engine = engine;
  }
}

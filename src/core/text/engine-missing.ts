/**
 * Thrown when a large library is needed that nobody has provided yet (see core/engines.ts). Never a user's mistake: a
 * caller that loads libraries on demand catches it, provides them and asks again; every other caller provides them first.
 */
export class EngineMissing extends Error {
  constructor(engine: string) {
    super(`the ${engine} engine has not been provided`);
    this.name = 'EngineMissing';
  }
}

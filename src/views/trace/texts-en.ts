import type { Dimension } from '../../core/analysis/dimension.ts';

/** English texts of what can be done with an answer; the other languages must have every one of them. */
export const en = {
  comma: ', ',
  rule: (index: number) => `rule ${index}`,
  tryIt: (what: string) => `Try ${what}`,
  thenWins: 'This candidate wins then.',
  thenTaken: (rule: string) => `It matches then, but ${rule} goes first.`,
  change: {
    add: (what: string) => `with ${what}`,
    without: (what: string) => `without ${what}`,
    use: (method: string) => `${method}`,
    fields: {
      path: 'path',
      host: 'host',
      'grpc-service': 'service',
      'grpc-method': 'method',
      method: '',
      header: '',
      query: '',
    } as Record<Dimension['kind'], string>,
  },
};

/** Every text about what can be done with an answer, in whatever language. */
export type TraceTexts = typeof en;

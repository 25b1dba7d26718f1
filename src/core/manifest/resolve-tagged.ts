import { resolvePlain } from './scalar.ts';

/**
 * Returns the value of a scalar with an explicit tag: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`,
 * `!!timestamp`, `!!binary`. `known` is false for every other tag, and the value is the text.
 */
export function resolveTagged(
  tag: string,
  text: string,
): { readonly value: unknown; readonly known: boolean } {
  const name = tag.startsWith('!!') ? tag.slice(2) : tag.replace(/^!<tag:yaml\.org,2002:(.*)>$/, '$1');
  switch (name) {
    case 'str':
    case '!':
    case 'timestamp':
    case 'binary':
      return { value: text, known: true };
    case 'int':
    case 'float':
    case 'bool': {
      const value = resolvePlain(text);
      const isRight = name === 'bool' ? typeof value === 'boolean' : typeof value === 'number';
      return { value: isRight ? value : text, known: isRight };
    }
    case 'null':
      return { value: null, known: true };
    default:
      return { value: text, known: false };
  }
}

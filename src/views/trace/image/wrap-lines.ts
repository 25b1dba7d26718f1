/** A Chinese, Japanese or Korean character, after which a line may end, with the punctuation that follows it. */
const IDEOGRAPH =
  '[\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef][\\u3001\\u3002\\u300d\\u300f\\uff01\\uff09\\uff0c\\uff1a\\uff1b\\uff1f]*';
/** A part of a text that is not divided: an ideograph, or a word with the spaces after it. */
const PART = new RegExp(`${IDEOGRAPH}|(?:(?!${IDEOGRAPH})\\S)+\\s*|\\s+`, 'gu');

/**
 * Returns the lines of a text that are not wider than `width`. `measure` returns the width of a text. Lines
 * end after spaces and ideographs, and within a word only if the word is wider than a line.
 */
export function wrapLines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (longer: string) => measure(longer.trimEnd()) <= width;
  const end = () => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
  };
  for (const part of text.match(PART) ?? []) {
    if (fits(line + part)) {
      line += part;
      continue;
    }
    end();
    let rest = [...part];
    while (!fits(rest.join(''))) {
      const count = Math.max(1, countThatFits(rest, fits));
      lines.push(rest.slice(0, count).join(''));
      rest = rest.slice(count);
      if (rest.length === 0) break;
    }
    line = rest.join('');
  }
  end();
  return lines;
}

/** Returns how many characters fit on a line. */
function countThatFits(characters: readonly string[], fits: (text: string) => boolean): number {
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low;
}

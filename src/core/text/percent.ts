/** Returns `90 %`, with enough digits to distinguish it from 0 and 100. */
export function percent(share: number): string {
  const value = share * 100;
  const digits = Number.isInteger(value) ? 0 : value < 1 || value > 99 ? 2 : 1;
  return `${value.toFixed(digits).replace(/\.0+$/, '')} %`;
}

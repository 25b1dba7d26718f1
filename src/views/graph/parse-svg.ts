/** The used part of the Trusted Types API. Browsers without it do not need it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string },
  ): {
    createHTML(markup: string): unknown;
  };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
/**
 * Only for the graph's own SVG: write-svg.ts escapes every name in it, and it is parsed as XML, never as
 * HTML.
 */
const policy = trustedTypes?.createPolicy('graph-paper', { createHTML: (markup) => markup });

/** Returns the root element of an SVG from write-svg.ts. */
export function parseSvg(svg: string): Element {
  const trusted = (policy?.createHTML(svg) ?? svg) as string;
  return new DOMParser().parseFromString(trusted, 'image/svg+xml').documentElement;
}

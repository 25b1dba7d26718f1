/** The part of the Trusted Types API that is used; browsers without it need none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string },
  ): {
    createHTML(markup: string): unknown;
  };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
/** For the graph's own SVG alone: write-svg.ts escapes every name in it, and it is parsed as XML, never as HTML. */
const policy = trustedTypes?.createPolicy('graph-paper', { createHTML: (markup) => markup });

/** The root element of an SVG that write-svg.ts wrote. */
export function parseSvg(svg: string): Element {
  const trusted = (policy?.createHTML(svg) ?? svg) as string;
  return new DOMParser().parseFromString(trusted, 'image/svg+xml').documentElement;
}

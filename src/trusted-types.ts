/** The part of the Trusted Types API that is used; browsers without it need none. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

/**
 * The policy for strings that reach a place from which scripts are loaded (index.html asks for Trusted Types): the page's
 * own workers and its service worker, and nothing else. There is no rule for markup: a string is never parsed as HTML (the graph's SVG has a policy of its own, parse-svg.ts).
 */
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
});

export {};

type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
};

const trusted = new Set<string>();

/**
 * The page's policy (tools/vite/content-security-policy.ts) requires Trusted Types for script URLs. Two packages
 * pass an address as a string: of the service worker, and of the map's worker. This allows exactly such a one, and
 * no other.
 */
export function trustScript(url: string): void {
  trusted.add(url);
  if (trusted.size > 1) return;
  // In Chromium and Safari only, and not in TypeScript's library.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (it) => (trusted.has(it) ? it : null),
  });
}

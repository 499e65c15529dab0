type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
};

/**
 * The page's policy (tools/vite/content-security-policy.ts) requires Trusted Types for script URLs.
 * Workbox passes the service worker's address as a string: this allows that one, and no other.
 */
export function trustServiceWorkerAlone(): void {
  // In Chromium and Safari only, and not in TypeScript's library.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url === '/service-worker.js' ? url : null),
  });
}

type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
};

/**
 * Under the page's policy (tools/vite/content-security-policy.ts) no text becomes a script. The service
 * worker is loaded by its address, and Workbox gives it as text: it, and nothing else, may be.
 */
export function trustServiceWorkerAlone(): void {
  // Chromium's and Safari's; TypeScript's library does not know it.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url === '/service-worker.js' ? url : null),
  });
}

import { useSyncExternalStore } from 'react';
import { verifyPrefix } from '#core/verification/verification.ts';

/** The token of the link in a mail with which the page was opened. It is in the fragment, which no server sees. */
export function useVerificationToken(): string | undefined {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  return hash.startsWith(verifyPrefix) ? decoded(hash.slice(verifyPrefix.length)) : undefined;
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Programs that send messages may encode a link once more. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Stands for the app's own origin: all that matters is whether it stays the same. */
const here = 'https://app.invalid';

/** Where to go after signing in: a path of this app as a browser reads it, never another site. */
export function returnPath(search: string): string {
  const asked = new URLSearchParams(search).get('return') ?? '';
  try {
    const url = new URL(asked, here);
    const path = url.href.slice(here.length);
    // `/.//evil.example` is a path here, and the path it has become is another site.
    const isOurs = asked.startsWith('/') && url.origin === here && !/^\/(\/|sign-in)/.test(path);
    return isOurs ? path : '/';
  } catch {
    return '/';
  }
}

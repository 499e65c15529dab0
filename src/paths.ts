/** To the sign-in page, and back to where the person was. */
export function signInPath(from: string): string {
  return `/sign-in?return=${encodeURIComponent(from)}`;
}

/** Where to go after signing in: a path of this app, never another site. */
export function returnPath(search: string): string {
  const path = new URLSearchParams(search).get('return') ?? '/';
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : '/';
}

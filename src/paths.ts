/** To the sign-in page, and back to where the person was. */
export function signInPath(from: string): string {
  return `/sign-in?return=${encodeURIComponent(from)}`;
}

/** What became of an entry: an address of its own, which survives a reload. */
export function sentPath(form: { readonly id: string }, entry: string): string {
  return `/${form.id}/sent/${entry}`;
}

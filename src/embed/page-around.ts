/**
 * To which origins a frame may send messages: the page around it, if the browser says which it is, or else every site
 * that the form allows. A browser delivers a message to no other origin than the one it is for.
 */
export function originsAround(
  allowedOn: readonly string[],
  {
    ancestorOrigins,
    referrer,
  }: { readonly ancestorOrigins: readonly string[]; readonly referrer: string },
): readonly string[] {
  const around =
    ancestorOrigins[0] ?? (URL.canParse(referrer) ? new URL(referrer).origin : undefined);
  return around === undefined ? allowedOn : allowedOn.filter((it) => it === around);
}

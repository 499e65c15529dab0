/** One of `count` positions, always the same for a text, and evenly spread over many texts: FNV-1a. */
export function spreadOver(text: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}

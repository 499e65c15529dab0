/** The name of a photo after it was drawn again as a JPEG: `p.png` is `p.jpg`. */
export function photoName(given: string): string {
  return `${given.replace(/\.(?:jpe?g|png|webp|hei[cf])$/i, '')}.jpg`;
}

/** Writes a text so that it is read as it is, such as an answer within a note. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*[\]()]/g, String.raw`\$&`)
    .replace(/^(\s{0,3})([-\d])/gm, String.raw`$1\$2`);
}

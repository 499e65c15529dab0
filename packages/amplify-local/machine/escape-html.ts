/** A text as the content of an HTML element, or as the value of an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (it) => `&#${it.codePointAt(0)};`);
}

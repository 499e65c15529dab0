/** Separators that spreadsheets write, most common first. */
const separators = [',', ';', '\t'] as const;

/** The rows of a CSV file (RFC 4180), without empty ones. Undefined if a quote is never closed. */
export function csvRows(text: string): readonly (readonly string[])[] | undefined {
  const content = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < content.length; at += 1) {
    const character = content.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (content.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (isQuoted) return undefined;
  rows.push([...row, cell]);
  return rows
    .map((it) => it.map((text) => text.trim()))
    .filter((it) => it.some((text) => text !== ''));
}

/** The one that the first line has most of, outside of quotes. */
function separatorOf(content: string): string {
  const [heading = ''] = content.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const countOf = (separator: string) => heading.split(separator).length;
  return separators.reduce((best, it) => (countOf(it) > countOf(best) ? it : best), separators[0]);
}

/**
 * For tests: reads RFC 4180 strictly, character by character, and shares nothing with the writer.
 * What is not allowed there throws.
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  const end = () => {
    record.push(cell);
    cell = '';
    state = 'start';
  };
  for (let at = 0; at < text.length; at += 1) {
    const it = text.charAt(at);
    if (state === 'quoted' && it !== '"') cell += it;
    else if (state === 'quoted' && text[at + 1] === '"') cell += text.charAt((at += 1));
    else if (state === 'quoted') state = 'closed';
    else if (it === ',') end();
    else if (it === '\r' && text[at + 1] === '\n') {
      end();
      records.push(record);
      record = [];
      at += 1;
    } else if (state === 'start' && it === '"') state = 'quoted';
    else if (state === 'closed' || it === '"' || it === '\r' || it === '\n')
      throw new Error(`Not RFC 4180 at character ${at}`);
    else {
      cell += it;
      state = 'plain';
    }
  }
  if (record.length > 0 || state !== 'start') throw new Error('The last record has no end');
  return records;
}

/** What was in a cell of text before it was made safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

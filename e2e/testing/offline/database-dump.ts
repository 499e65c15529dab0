import type { Page } from 'playwright-core';

/** Everything in the app's database, as a script on the page or a copy of the disk would find it. */
export type DatabaseDump = {
  /** All readable text: bytes are read as characters. */
  readonly text: string;
  /** The number of records in each store. */
  readonly records: Readonly<Record<string, number>>;
  readonly keys: readonly { readonly extractable: boolean }[];
};

export function dumpDatabase(page: Page): Promise<DatabaseDump> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const parts: string[] = [];
    const keys: { extractable: boolean }[] = [];

    function read(value: unknown): void {
      if (value instanceof CryptoKey) keys.push({ extractable: value.extractable });
      else if (value instanceof ArrayBuffer) readBytes(new Uint8Array(value));
      else if (value instanceof Uint8Array) readBytes(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
      else parts.push(String(value));
    }

    function readBytes(bytes: Uint8Array): void {
      for (const encoding of ['utf-8', 'utf-16le'])
        parts.push(new TextDecoder(encoding).decode(bytes));
    }

    const records: Record<string, number> = {};
    for (const name of database.objectStoreNames) {
      const all = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => all.addEventListener('success', resolve));
      records[name] = all.result.length;
      all.result.forEach(read);
    }
    database.close();
    return { text: parts.join('\n'), records, keys };
  });
}

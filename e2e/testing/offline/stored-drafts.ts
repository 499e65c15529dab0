import type { Page } from 'playwright-core';

/** What the drafts of this device say, as the app itself decrypts them. */
export function storedDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const stores = opening.result.transaction(['drafts', 'keys']);
    const read = async (store: 'drafts' | 'keys', what: 'getAll' | 'getAllKeys') => {
      const request = stores.objectStore(store)[what]();
      await new Promise((resolve) => request.addEventListener('success', resolve));
      return request.result as readonly unknown[];
    };
    type Draft = {
      readonly author: string;
      readonly sealed: { readonly nonce: BufferSource; readonly bytes: BufferSource };
    };
    const [drafts, authors, keys] = await Promise.all([
      read('drafts', 'getAll'),
      read('keys', 'getAllKeys'),
      read('keys', 'getAll'),
    ]);
    opening.result.close();
    const texts = (drafts as readonly Draft[]).map(async ({ author, sealed: { nonce, bytes } }) => {
      const key = keys[authors.indexOf(author)] as CryptoKey | undefined;
      if (!key) return '';
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);
      return new TextDecoder().decode(text);
    });
    return (await Promise.all(texts)).join('\n');
  });
}

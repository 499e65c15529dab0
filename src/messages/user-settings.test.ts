import { expect, test } from 'vitest';
import { createMemory } from '../testing/memory-storage.ts';
import { arabic } from './ar/arabic.ts';
import { createSettings } from './user-settings.ts';

const root = () => ({ lang: '', dir: '', dataset: {} as DOMStringMap });
const load = { ar: async () => arabic };
const speaking = (wanted: readonly string[], page = root(), storage = createMemory()) => ({
  page,
  storage,
  settings: createSettings({ storage, wanted, load, root: page }),
});

test.each([
  [['ar-EG', 'en'], 'ar-EG', 'rtl'],
  [['de', 'ar'], 'ar', 'rtl'],
  [['en-GB', 'ar'], 'en-GB', 'ltr'],
  [['de', 'fr'], 'en', 'ltr'],
  [[], 'en', 'ltr'],
])('a browser that asks for %j gets %s', async (wanted, lang, dir) => {
  const { settings, page } = speaking(wanted);
  await settings.ready;
  expect(page).toMatchObject({ lang, dir });
});

test('a choice wins over the browser, and is remembered', async () => {
  const { settings, page, storage } = speaking(['en-GB']);
  await settings.ready;
  const heard: string[] = [];
  settings.subscribe(() => heard.push(settings.locale().language));
  settings.choose('language', 'ar');
  settings.choose('theme', 'dark');
  await expect.poll(() => page.lang).toBe('ar');
  expect(page).toMatchObject({ dir: 'rtl', dataset: { theme: 'dark' } });
  expect(heard).toEqual(['ar']);

  const reopened = speaking(['en-GB'], root(), storage);
  await reopened.settings.ready;
  expect(reopened.settings.preferences()).toEqual({ language: 'ar', theme: 'dark' });
  expect(reopened.page.lang).toBe('ar');
  reopened.settings.choose('language', '');
  await expect.poll(() => reopened.page.lang).toBe('en-GB');
});

test('another tab’s choice is followed', async () => {
  const { settings, page, storage } = speaking(['en']);
  await settings.ready;
  storage.write('formstead:language', 'ar');
  settings.reread();
  await expect.poll(() => page.dir).toBe('rtl');
});

test('a language that cannot be loaded leaves the page in English', async () => {
  const page = root();
  const settings = createSettings({
    storage: createMemory(),
    wanted: ['ar'],
    load: { ar: () => Promise.reject(new TypeError('Failed to fetch')) },
    root: page,
  });
  await settings.ready;
  expect(page).toMatchObject({ lang: 'en', dir: 'ltr' });
});

test('nonsense in storage is ignored', async () => {
  const storage = createMemory();
  storage.write('formstead:language', 'constructor');
  storage.write('formstead:theme', 'purple');
  const { settings, page } = speaking(['en'], root(), storage);
  await settings.ready;
  expect(settings.preferences()).toEqual({ language: '', theme: '' });
  expect(page.lang).toBe('en');
});

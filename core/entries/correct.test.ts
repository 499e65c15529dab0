import { expect, test } from 'vitest';
import { createMemoryStore } from '../testing/memory-store.ts';
import { photosForm } from '../testing/photos-form.ts';
import { anEntry } from '../testing/sample-entries.ts';
import { aJpeg, referenceTo } from '../testing/sample-files.ts';
import { correct } from './correct.ts';

const [mine, another] = [referenceTo(aJpeg()), referenceTo(aJpeg())];

async function correctPhotos(photos: readonly object[]) {
  const store = createMemoryStore();
  const entry = anEntry({ form: photosForm.id, answers: { name: 'Ada', photos: [mine] } });
  await store.insert(entry);
  const deps = { store, now: () => new Date(), digest: (text: string) => text };
  const corrected = await correct(deps, {
    key: entry,
    form: photosForm,
    formVersion: photosForm.version,
    body: { name: 'Ada L.', photos },
    changeId: '018f3c2e-7b1a-7000-9000-000000000001',
    ifVersion: 1,
    correction: { by: 'olga', reason: 'Blurred' },
  });
  return { corrected, stored: await store.find(entry) };
}

test('an owner cannot add a file, whose bytes only the author could send', async () => {
  const { corrected, stored } = await correctPhotos([mine, another]);
  expect(corrected).toMatchObject({ ok: false, problem: { code: 'invalid_parameter' } });
  expect(stored).toMatchObject({ version: 1 });
});

test('the files of an entry stay when its owner corrects it', async () => {
  const { corrected, stored } = await correctPhotos([mine]);
  expect(corrected.ok).toBe(true);
  expect(stored).toMatchObject({ version: 2, answers: { photos: [mine] }, hasFiles: true });
});

import { expect, test } from 'vitest';
import { findMe } from './find-me.ts';

const failing = (code: number) =>
  ({
    getCurrentPosition: (_: unknown, fail: (it: { code: number }) => void) => fail({ code }),
  }) as unknown as Geolocation;

test('each way of not being found has a sentence that says what to do', async () => {
  const sentences = await Promise.all([1, 2, 3].map((code) => findMe(failing(code))));
  expect(sentences.map((it) => !it.ok && it.problem.split('.')[0])).toEqual([
    'This site may not ask where you are',
    'Your device could not tell where you are',
    'Finding where you are took too long',
  ]);
  expect(await findMe(failing(99))).toEqual(sentences[1]);
});

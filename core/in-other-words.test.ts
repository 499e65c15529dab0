import { expect, test } from 'vitest';
import { complaintWords } from './complaint-words.ts';
import { choices } from './fields/index.ts';
import { defineForm } from './form.ts';
import { inOtherWords } from './in-other-words.ts';

const options = { tea: 'Tea', milk: 'Milk', both: 'Both' };
const form = defineForm({
  id: 'breakfast',
  version: 1,
  title: 'Breakfast',
  action: 'Order',
  fields: { drinks: choices({ label: 'Drinks', options }) },
});

function shown(words: typeof options, answer: readonly string[]): string | undefined {
  const translated = inOtherWords(
    form,
    { title: 'الفطور', action: 'اطلب', fields: { drinks: { label: 'المشروبات', options: words } } },
    { complaints: complaintWords, quoted: (it) => `«${it}»`, yes: 'نعم', no: 'لا', comma: '، ' },
  );
  return translated.fields['drinks']?.show(answer);
}

test('what was chosen is parted by the comma of its language', () => {
  const words = { tea: 'شاي', milk: 'حليب', both: 'كلاهما' };
  expect(shown(words, ['tea', 'milk'])).toBe('شاي، حليب');
});

test('several options do not read like one that has a comma, in any language', () => {
  const words = { tea: 'شاي، أسود', milk: 'مع الحليب', both: 'شاي، أسود، مع الحليب' };
  expect(shown(words, ['tea', 'milk'])).toBe('شاي، أسود; مع الحليب');
  expect(shown(words, ['both'])).toBe('شاي، أسود، مع الحليب');
});

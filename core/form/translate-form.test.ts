import { expect, test } from 'vitest';
import { issueMessages } from './issue-messages.ts';
import { choices } from '../fields/index.ts';
import { defineForm } from './define-form.ts';
import { translateForm } from './translate-form.ts';

const options = { tea: 'Tea', milk: 'Milk', both: 'Both' };
const form = defineForm({
  id: 'breakfast',
  version: 1,
  title: 'Breakfast',
  action: 'Order',
  fields: { drinks: choices({ label: 'Drinks', options }) },
});

function showTranslated(
  optionTexts: typeof options,
  answer: readonly string[],
): string | undefined {
  const translated = translateForm(
    form,
    {
      title: 'الفطور',
      action: 'اطلب',
      fields: { drinks: { label: 'المشروبات', options: optionTexts } },
    },
    { issueMessages, quoted: (it) => `«${it}»`, yes: 'نعم', no: 'لا', comma: '، ' },
  );
  return translated.fields['drinks']?.show(answer);
}

test('chosen options are separated by the comma of their language', () => {
  const optionTexts = { tea: 'شاي', milk: 'حليب', both: 'كلاهما' };
  expect(showTranslated(optionTexts, ['tea', 'milk'])).toBe('شاي، حليب');
});

test('another separator is used when a translated option contains a comma', () => {
  const optionTexts = { tea: 'شاي، أسود', milk: 'مع الحليب', both: 'شاي، أسود، مع الحليب' };
  expect(showTranslated(optionTexts, ['tea', 'milk'])).toBe('شاي، أسود; مع الحليب');
  expect(showTranslated(optionTexts, ['both'])).toBe('شاي، أسود، مع الحليب');
});

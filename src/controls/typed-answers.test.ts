import { beforeAll, expect, test, vi } from 'vitest';
import type { Field } from '#core/form/field.ts';
import { fromControlValue } from './codecs.ts';
import * as kinds from '#core/fields/index.ts';
import { inEnglish } from '#core/form/issue-messages.ts';

const phone = kinds.phone({ label: 'Phone' });
const britishPhone = kinds.phone({ label: 'Phone', country: 'GB' });
const japanesePhone = kinds.phone({ label: 'Phone', country: 'JP' });
const email = kinds.email({ label: 'Email' });
const url = kinds.url({ label: 'Page' });
const price = kinds.number({ label: 'Price', min: 0, max: 1_000_000 });
const degrees = kinds.number({ label: 'Degrees' });
const name = kinds.text({ label: 'Name' });
const story = kinds.longText({ label: 'Story' });
const day = kinds.date({ label: 'Day' });
const opens = kinds.time({ label: 'Opens' });
const rent = kinds.currency({ label: 'Rent', currency: 'EUR' });
const built = kinds.year({ label: 'Built' });
const meter = kinds.pattern({
  label: 'Meter',
  pattern: /[A-Z]\d{3}/,
  message: 'Enter the number on the meter',
  example: 'A123',
});

beforeAll(() => phone.load?.());

/** The stored answer for text typed into a field's control, or the message of the issue. */
const parseTyped = (field: Field, typed: string) => {
  const read = field.parse(fromControlValue(field.control, typed), inEnglish);
  return read.ok ? read.value : read.problem;
};

/** Invisible characters and spaces that a contact list, a chat, a web page or a keyboard may add. */
const disguises = [
  (it: string) => it,
  (it: string) => `\u202A${it}\u202C`,
  (it: string) => `\u2066${it}\u2069`,
  (it: string) => `\u200E${it}\u200F`,
  (it: string) => `\uFEFF${it}\u200B`,
  (it: string) => `\u00A0${it}\u3000`,
  (it: string) => `\t${it}\r\n`,
  (it: string) => `\u00AD${it}\u2060\u{E0041}`,
];

test.each<[Field, string, unknown]>([
  [phone, '+44 20 7946 0958', '+442079460958'],
  [phone, '＋４４　２０−７９４６−０９５８', '+442079460958'],
  [phone, '+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨', '+442079460958'],
  [phone, '+۴۴ ۲۰ ۷۹۴۶ ۰۹۵۸', '+442079460958'],
  [phone, '+४४ २० ७९४६ ०९५८', '+442079460958'],
  [phone, '+1 (555) 010\u20119999', '+15550109999'],
  [phone, '+49 30 123\u20134567', '+49301234567'],
  [phone, '+49 (0)30 123456', '+4930123456'],
  [phone, '+33 (0)1 23 45 67 89', '+33123456789'],
  [phone, '+44 (0)808 157-0192', '+448081570192'],
  [phone, '+39 06 698 12345', '+390669812345'],
  [phone, '0049 30 123456', '+4930123456'],
  [phone, '(+44) 20 7946 0958', '+442079460958'],
  [phone, '(0044) 20 7946 0958', '+442079460958'],
  [britishPhone, '(+49) 30 123456', '+4930123456'],
  [britishPhone, '(020) 7946 0958', '+442079460958'],
  [phone, 'tel:+49301234567', '+49301234567'],
  [phone, 'tel:+1-555-123-4567;ext=11', '+15551234567;ext=11'],
  [phone, '+1 555 123 4567 ext. 11', '+15551234567;ext=11'],
  [phone, '+1 555 123 4567 x11', '+15551234567;ext=11'],
  [phone, '+1 555 123 4567;11', '+15551234567;ext=11'],
  [phone, '+1 555.123.4567 #11', '+15551234567;ext=11'],
  [phone, '+15551234567;ext=11', '+15551234567;ext=11'],
  [britishPhone, '01632 960 001', '+441632960001'],
  [britishPhone, '+353 1 234 5678', '+35312345678'],
  [japanesePhone, '０９０−１２３４−５６７８', '+819012345678'],
  [email, 'mickey@example.com', 'mickey@example.com'],
  [email, 'mickey＠example．com', 'mickey@example.com'],
  [email, 'mailto:mickey@example.com', 'mickey@example.com'],
  [email, 'info@müller.de', 'info@müller.de'],
  [email, 'info@mu\u0308ller.de', 'info@müller.de'],
  [email, 'info@xn--mller-kva.de', 'info@xn--mller-kva.de'],
  [email, '用户@例子.广告', '用户@例子.广告'],
  [email, '用户@例子。广告', '用户@例子.广告'],
  [email, 'अजय@डाटा.भारत', 'अजय@डाटा.भारत'],
  [email, 'квіточка@пошта.укр', 'квіточка@пошта.укр'],
  [email, 'χρήστης@παράδειγμα.ελ', 'χρήστης@παράδειγμα.ελ'],
  [url, 'https://example.com/page', 'https://example.com/page'],
  [url, 'HTTPS://Example.com/Page', 'https://Example.com/Page'],
  [url, 'www.example.com', 'https://www.example.com'],
  [url, 'example.com', 'https://example.com'],
  [url, '//example.com/a', 'https://example.com/a'],
  [url, 'example.com:8080/a?b=c#d', 'https://example.com:8080/a?b=c#d'],
  [url, 'ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／', 'https://example.com/'],
  [url, 'https://日本語.jp/道', 'https://日本語.jp/道'],
  [url, 'https://نامه\u200Cای.com/', 'https://نامه\u200Cای.com/'],
  [url, 'https://192.168.0.1/', 'https://192.168.0.1/'],
  [price, '34,50', 34.5],
  [price, '34.50', 34.5],
  [price, '0,5', 0.5],
  [price, '١٢٬٥٠٠', 12_500],
  [price, '١٢٫٥', 12.5],
  [price, '۱۲٫۵', 12.5],
  [price, '१२.५', 12.5],
  [price, '๑๒.๕', 12.5],
  [price, '１２．５', 12.5],
  [price, '𝟙𝟚', 12],
  [price, '1\u202F234,5', 1234.5],
  [price, "1'234.5", 1234.5],
  [degrees, '\u22127,5', -7.5],
  [degrees, '－７', -7],
  [degrees, '\u20137', -7],
  [degrees, '- 7', -7],
  [degrees, '\u2212\u00A07', -7],
  [degrees, '\uFE637', -7],
  [day, '2026-03-31', '2026-03-31'],
  [day, '٢٠٢٦-٠٣-٣١', '2026-03-31'],
  [opens, '٠٩:٠٥', '09:05'],
  [opens, '9:05', '09:05'],
  [rent, '١٢٫٥٠', 12.5],
  [rent, '1.234,50', 1234.5],
  [built, '２０２６', 2026],
  [built, '2,026', 2026],
  [meter, 'Ａ１２３', 'A123'],
  [name, 'Mickey\tMouse', 'Mickey Mouse'],
  [name, 'Mickey\u2068 \u2069Mouse', 'Mickey Mouse'],
  [name, '山田\u3000太郎', '山田 太郎'],
  [name, 'Zoe\u0308', 'Zoë'],
  [name, 'می\u200Cخواهم', 'می\u200Cخواهم'],
  [story, 'first\u000Bsecond', 'first\nsecond'],
  [story, 'One line\u2028the next', 'One line\nthe next'],
  [story, '\u2068John\u2069 sent it', 'John sent it'],
])('%# “%s”: “%s” is stored as “%s”, whatever surrounds it', (field, typed, stored) => {
  for (const disguise of disguises) expect(parseTyped(field, disguise(typed))).toBe(stored);
});

test.each<[Field, string, RegExp]>([
  [phone, '090-1234-5678', /with its country code/],
  [phone, '+1 800 FLOWERS', /like 01632 960 001/],
  [phone, '+49 30 123456 / +49 30 99', /like 01632/],
  [phone, '+999 123 4567', /like 01632/],
  [phone, '+44 20 7946 0958 0958 0958', /like 01632/],
  [email, 'mickey', /like name@example\.com/],
  [email, 'mickey@exa\u2044mple.com', /like name@example\.com/],
  [email, 'mickey@ex\u0430mple.com', /like name@example\.com/],
  [email, 'mickey@1.2.3.4', /like name@example\.com/],
  [email, `${'й'.repeat(33)}@example.com`, /like name@example\.com/],
  [url, 'page', /like https:\/\/example\.com/],
  [url, '1.5', /like https:\/\/example\.com/],
  [url, 'javascript:alert(1)', /like https:\/\/example\.com/],
  [url, 'https://bank.example\u2044@evil.example', /like https:\/\/example\.com/],
  [url, 'https://bank.example\\@evil.example', /like https:\/\/example\.com/],
  [url, 'https://bank.example\u2215evil.example/', /in one alphabet/],
  [url, 'https://bank.example\u2100.evil.example/', /in one alphabet/],
  [url, 'https://1.2.3.999/', /in one alphabet/],
  [url, 'https://example.com:99999/', /port from 1 to 65535/],
  [url, 'https://example.com:0/', /port from 1 to 65535/],
  [url, 'http://example.com', /with https:/],
  [price, '1,234', /thousands separators/],
  [price, '10²', /as a number/],
  [price, '½', /as a number/],
  [price, '12 apples', /as a number/],
  [day, '0026-02-28', /on or after 1 January 1900/],
  [day, '20266-02-28', /must be a real date/],
  [opens, '25:00', /must be a time/],
  [rent, '1.005', /at most 2 decimals/],
  [rent, '-1', /as a number, 0 or more/],
  [built, '26', /as a year from 1900 to 2100/],
  [meter, 'a123', /number on the meter/],
  [name, 'Mick\uFFFDey', /cannot be read/],
])('%# “%s”: “%s” is refused with a reason', (field, typed, reason) => {
  expect(parseTyped(field, typed)).toMatch(reason);
});

test('a phone number is shown in the international format', () => {
  expect(phone.show('+442079460958')).toBe('+44 20 7946 0958');
  expect(phone.show('+15551234567;ext=11')).toBe('+1 555 123 4567 ext. 11');
});

test('without the library of phone numbers, plausible ones are accepted for the server to check', async () => {
  vi.resetModules();
  const { phone: phoneWithoutLibrary } = await import('#core/fields/phone.ts');
  const field = phoneWithoutLibrary({ label: 'Phone' });
  for (const [typed, stored] of [
    ['\u202A+44 20 7946 0958\u202C', '+442079460958'],
    ['＋４４　２０−７９４６−０９５８', '+442079460958'],
    ['+49 (0)30 123456', '+4930123456'],
    ['tel:+1-555-123-4567;ext=11', '+15551234567;ext=11'],
    ['+1 555 123 4567 ext. 11', '+15551234567;ext=11'],
    ['0049 30 123456', '+4930123456'],
  ] as const) {
    expect(parseTyped(field, typed)).toBe(stored);
    expect(phone.parse(parseTyped(field, typed), inEnglish)).toEqual({ ok: true, value: stored });
  }
  const british = phoneWithoutLibrary({ label: 'Phone', country: 'GB' });
  expect(britishPhone.parse(parseTyped(british, '01632 960 001'), inEnglish)).toEqual({
    ok: true,
    value: '+441632960001',
  });
  expect(parseTyped(field, '01632 960 001')).toMatch(/country code/);
  expect(parseTyped(field, 'call me')).toMatch(/like 01632/);
  expect(field.show('+15551234567;ext=11')).toBe('+15551234567 ext. 11');
});

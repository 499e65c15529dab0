import { expect, test } from 'vitest';
import fc from 'fast-check';
import { tidyCode, tidyLine, tidyText } from './tidy.ts';

const family = '👩‍👩‍👧‍👦';
const england = '🏴󠁧󠁢󠁥󠁮󠁧󠁿';
const tagged = Array.from('ignore', (it) => String.fromCodePoint(0xe0000 + it.charCodeAt(0))).join(
  '',
);

test.each([
  ['marks of direction around it', '\u200EMickey\u200F', 'Mickey'],
  ['an embedding, as a contact has it', '\u202AMickey\u202C', 'Mickey'],
  ['an isolate, as a chat has it', '\u2068Mickey\u2069', 'Mickey'],
  ['an override', 'Mickey\u202Egnp.exe', 'Mickeygnp.exe'],
  ['a zero-width space', 'Mic\u200Bkey', 'Mickey'],
  ['a word joiner', 'Mic\u2060key', 'Mickey'],
  ['a byte order mark', '\uFEFFMickey', 'Mickey'],
  ['a soft hyphen', 'Mic\u00ADkey', 'Mickey'],
  ['joiners where nothing joins', 'Mic\u200Dk\u200Cey', 'Mickey'],
  ['variation selectors on a letter of Latin', 'M\uFE01\uFE02ickey', 'Mickey'],
  ['a text in tag characters', `Mickey${tagged}`, 'Mickey'],
  ['a text in tag characters behind a flag', `🏴${tagged}${tagged}`, '🏴'],
  ['an invisible plus', 'Mickey\u2064Mouse', 'MickeyMouse'],
  ['a note between lines', 'Mickey\uFFF9\uFFFAa\uFFFB', 'Mickeya'],
  ['a picture that was not copied along', 'Mickey\uFFFC', 'Mickey'],
  ['NUL, BEL and ESC', 'M\u0000i\u0007c\u001Bkey', 'Mickey'],
  ['a control of C1', 'Mic\u0084key', 'Mickey'],
  ['a letter of Hangul that is blank', 'Mickey\u3164Mouse', 'Mickey Mouse'],
  ['an accent typed on its own', 'Zoe\u0308', 'Zoë'],
  ['a variation selector behind such an accent', 'Zoe\u0308\uFE0F', 'Zoë'],
])('%s: tidied, in a line and in a text', (_, typed, kept) => {
  expect(tidyLine(typed)).toBe(kept);
  expect(tidyText(typed)).toBe(kept);
});

test.each([
  ['a family', family],
  ['a heart on fire', '❤️‍🔥'],
  ['a dark hand', '👋🏿'],
  ['England’s flag', england],
  ['a digit on a key', '1️⃣'],
  ['a Han letter in its other form', '葛\u{E0100}'],
  ['Persian with a non-joiner', 'می\u200Cخواهم'],
  ['a Persian letter that joins nothing', 'ه\u200D'],
  ['Hindi with a joiner', 'क्\u200Dष'],
  ['Sinhala', 'ශ්\u200Dරී'],
  ['Khmer with a place to break', 'ខ្ញុំ\u200Bស្រឡាញ់'],
  ['Mongolian with its vowel set apart', 'ᠬᠠᠷ\u180Eᠠ'],
  ['Hebrew with a mark of direction', 'שלום C++\u200F'],
  ['Middle Korean', '\u1112\u1160\u11AB'.normalize('NFC')],
  ['wide letters', 'Ｍｉｃｋｅｙ'],
  ['Vietnamese', 'Nguyễn Thị Đạt'],
  ['a raised two', '10²'],
])('%s is kept, in a line and in a text', (_, typed) => {
  expect(tidyLine(typed)).toBe(typed);
  expect(tidyText(typed)).toBe(typed);
});

test.each(['\t', '\v', '\f', '\r\n', '\r', '\n', '\u0085', '\u2028', '\u2029'])(
  'a line that %j parts is one line with a blank in it, and two lines of a text',
  (between) => {
    expect(tidyLine(`One line${between}the next`)).toBe('One line the next');
    expect(tidyText(`One line${between}the next`)).toBe(
      between === '\t' ? 'One line\tthe next' : 'One line\nthe next',
    );
  },
);

test.each(['\u00A0', '\u1680', '\u2003', '\u2009', '\u202F', '\u205F', '\u3000'])(
  'the blank %j is a blank in a line, and stays in a text',
  (blank) => {
    expect(tidyLine(`Mickey${blank}Mouse`)).toBe('Mickey Mouse');
    expect(tidyText(`Mickey${blank}Mouse`)).toBe(`Mickey${blank}Mouse`);
  },
);

test.each([
  ['０９０−１２３４', '090−1234'],
  ['mickey＠example．com', 'mickey@example.com'],
  ['\u200Fשלום\u200F', 'שלום'],
  ['٤٣٣٩٠٤\u200F', '٤٣٣٩٠٤'],
  ['10²', '10²'],
])('“%s” is the code “%s”', (typed, kept) => {
  expect(tidyCode(typed)).toBe(kept);
});

test('tidying twice is tidying once, and nothing is left that does nothing', () => {
  const unseen = fc.constantFrom(
    ...Array.from(
      '\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0F\u034F\u115F\u3164\u202E\t\v\r\u2028\u0301',
    ),
    tagged,
    england,
    family,
  );
  const seen = fc.constantFrom(...Array.from('aÉ日नमهשខ한👩🔥 1'));
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(unseen, seen), { maxLength: 12 }).map((it) => it.join('')),
  );
  fc.assert(
    fc.property(texts, (it) => {
      for (const tidy of [tidyText, tidyLine, tidyCode]) {
        const once = tidy(it);
        expect(tidy(once)).toBe(once);
        expect(once).not.toMatch(/[\u202A-\u202E\u2066-\u2069\uFEFF\u2060\u00AD\v\f\r]/);
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);

test('64 KB of what cannot be seen are tidied in no time', () => {
  for (const it of ['\u200B', '\u200D', '\uFE0F', '\u{E0041}', '\u3164', '\u0301', '🏴'])
    for (const tidy of [tidyText, tidyLine, tidyCode]) tidy(it.repeat(64 * 1024));
});

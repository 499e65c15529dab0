import { expect, test } from 'vitest';
import fc from 'fast-check';
import { tidyCode, tidyLine, tidyText } from './tidy-text.ts';

const family = '👩‍👩‍👧‍👦';
const england = '🏴󠁧󠁢󠁥󠁮󠁧󠁿';
const tagged = Array.from('ignore', (it) => String.fromCodePoint(0xe0000 + it.charCodeAt(0))).join(
  '',
);

test.each([
  ['direction marks around it', '\u200EMickey\u200F', 'Mickey'],
  ['a direction embedding, as in contact lists', '\u202AMickey\u202C', 'Mickey'],
  ['a direction isolate, as in chats', '\u2068Mickey\u2069', 'Mickey'],
  ['a direction override', 'Mickey\u202Egnp.exe', 'Mickeygnp.exe'],
  ['a zero-width space', 'Mic\u200Bkey', 'Mickey'],
  ['a word joiner', 'Mic\u2060key', 'Mickey'],
  ['a byte order mark', '\uFEFFMickey', 'Mickey'],
  ['a soft hyphen', 'Mic\u00ADkey', 'Mickey'],
  ['joiners where nothing joins', 'Mic\u200Dk\u200Cey', 'Mickey'],
  ['variation selectors on a Latin letter', 'M\uFE01\uFE02ickey', 'Mickey'],
  ['text hidden in tag characters', `Mickey${tagged}`, 'Mickey'],
  ['text hidden in tag characters after a flag', `🏴${tagged}${tagged}`, '🏴'],
  ['an invisible plus', 'Mickey\u2064Mouse', 'MickeyMouse'],
  ['an interlinear annotation', 'Mickey\uFFF9\uFFFAa\uFFFB', 'Mickeya'],
  ['a picture that was not copied along', 'Mickey\uFFFC', 'Mickey'],
  ['NUL, BEL and ESC', 'M\u0000i\u0007c\u001Bkey', 'Mickey'],
  ['a C1 control', 'Mic\u0084key', 'Mickey'],
  ['a Hangul filler', 'Mickey\u3164Mouse', 'Mickey Mouse'],
  ['a combining accent', 'Zoe\u0308', 'Zoë'],
  ['a variation selector after a combining accent', 'Zoe\u0308\uFE0F', 'Zoë'],
])('%s is tidied, in one line and in several', (_, typed, kept) => {
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
  ['Khmer with a zero-width space', 'ខ្ញុំ\u200Bស្រឡាញ់'],
  ['Mongolian with a vowel separator', 'ᠬᠠᠷ\u180Eᠠ'],
  ['Hebrew with a direction mark', 'שלום C++\u200F'],
  ['Middle Korean', '\u1112\u1160\u11AB'.normalize('NFC')],
  ['full-width letters', 'Ｍｉｃｋｅｙ'],
  ['Vietnamese', 'Nguyễn Thị Đạt'],
  ['a superscript two', '10²'],
])('%s is kept, in one line and in several', (_, typed) => {
  expect(tidyLine(typed)).toBe(typed);
  expect(tidyText(typed)).toBe(typed);
});

test.each(['\t', '\v', '\f', '\r\n', '\r', '\n', '\u0085', '\u2028', '\u2029'])(
  '%j becomes a space in one line, and separates lines in several',
  (between) => {
    expect(tidyLine(`One line${between}the next`)).toBe('One line the next');
    expect(tidyText(`One line${between}the next`)).toBe(
      between === '\t' ? 'One line\tthe next' : 'One line\nthe next',
    );
  },
);

test.each(['\u00A0', '\u1680', '\u2003', '\u2009', '\u202F', '\u205F', '\u3000'])(
  'the space %j becomes a plain space in one line, and is kept in several',
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
])('“%s” is tidied as a code to “%s”', (typed, kept) => {
  expect(tidyCode(typed)).toBe(kept);
});

test('tidying is idempotent, and leaves no useless invisible character', () => {
  const invisible = fc.constantFrom(
    ...Array.from(
      '\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0F\u034F\u115F\u3164\u202E\t\v\r\u2028\u0301',
    ),
    tagged,
    england,
    family,
  );
  const visible = fc.constantFrom(...Array.from('aÉ日नमهשខ한👩🔥 1'));
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(invisible, visible), { maxLength: 12 }).map((it) => it.join('')),
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
});

test('64 KB of invisible characters are tidied quickly', () => {
  for (const it of ['\u200B', '\u200D', '\uFE0F', '\u{E0041}', '\u3164', '\u0301', '🏴'])
    for (const tidy of [tidyText, tidyLine, tidyCode]) tidy(it.repeat(64 * 1024));
});

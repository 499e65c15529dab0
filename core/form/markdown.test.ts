import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown } from './escape-markdown.ts';
import { parseMarkdown, refusedLinks, type Block, type Span } from './markdown.ts';

const text = (it: string): Span => ({ is: 'text', text: it });

test('lines are one paragraph until a blank line', () => {
  expect(parseMarkdown('One\ntwo.\n\nThree')).toEqual([
    { is: 'paragraph', parts: [text('One two.')] },
    { is: 'paragraph', parts: [text('Three')] },
  ]);
});

test('lists are bulleted or numbered, and a line that follows an item belongs to it', () => {
  expect(parseMarkdown('Bring:\n- a map\n  and a compass\n- water\n\n1. Walk.\n2. Rest.')).toEqual([
    { is: 'paragraph', parts: [text('Bring:')] },
    { is: 'list', isNumbered: false, items: [[text('a map and a compass')], [text('water')]] },
    { is: 'list', isNumbered: true, items: [[text('Walk.')], [text('Rest.')]] },
  ]);
});

test('bold, italic and links may be in each other', () => {
  expect(
    parseMarkdown('A **bold *and italic* text** and [a **link**](https://example.com/a)'),
  ).toEqual([
    {
      is: 'paragraph',
      parts: [
        text('A '),
        {
          is: 'bold',
          parts: [text('bold '), { is: 'italic', parts: [text('and italic')] }, text(' text')],
        },
        text(' and '),
        {
          is: 'link',
          href: 'https://example.com/a',
          parts: [text('a '), { is: 'bold', parts: [text('link')] }],
        },
      ],
    },
  ]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  'http://example.com',
  ' https://example.com',
])('an address such as %s is not linked, and is reported', (href) => {
  const [block] = parseMarkdown(`See [this](${href})`);
  expect(JSON.stringify(block)).not.toContain('"link"');
  if (!/\s|\(/.test(href)) expect(refusedLinks(`See [this](${href})`)).toEqual([href]);
});

test('HTML is text, and so are marks that nothing closes', () => {
  for (const it of ['<b>x</b> & <script>', '2 * 3 * 4', '**open', '[a](', '[a] (b)', '5*'])
    expect(parseMarkdown(it)).toEqual([{ is: 'paragraph', parts: [text(it)] }]);
});

test('an escaped text is read as it is, whatever it contains', () => {
  const line = fc
    .string({ unit: fc.constantFrom(...Array.from('ab *_-\\[]()1.<>&{}')), maxLength: 30 })
    .map((it) => it.trim().replace(/\s+/g, ' '));
  fc.assert(
    fc.property(line, (it) => {
      fc.pre(it !== '');
      expect(parseMarkdown(`Hello ${escapeMarkdown(it)}!`)).toEqual([
        { is: 'paragraph', parts: [text(`Hello ${it}!`)] },
      ]);
      expect(parseMarkdown(escapeMarkdown(it))).toEqual([{ is: 'paragraph', parts: [text(it)] }]);
    }),
  );
});

test('no text is lost, and reading never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('ab *-\\[]()1.\n')), maxLength: 60 }),
      (it) => {
        expect(visible(parseMarkdown(it).map(textOf).join(''))).toBe(visible(it));
      },
    ),
    { numRuns: 2000 },
  );
});

/** Without what may be a mark. */
function visible(it: string): string {
  return it.replaceAll(/[\s\\*[\]().\-\d]/g, '');
}

function textOf(block: Block | Span): string {
  if ('text' in block) return block.text;
  return 'items' in block
    ? block.items.flat().map(textOf).join('')
    : block.parts.map(textOf).join('');
}

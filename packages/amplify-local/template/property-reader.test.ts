import { expect, test } from 'vitest';
import { readerOf, type Reader } from './property-reader.ts';
import type { Properties } from './resource.ts';

function read(properties: Properties): Reader {
  return readerOf({ path: 'api/Thing', type: 'AWS::Some::Thing', id: 'thing', properties });
}

test('a property is found by its dotted path', () => {
  const thing = read({ Who: { Name: 'Ada' }, Steps: [{ Size: 1 }, { Size: 2 }] });
  expect(thing.text('Who.Name')).toBe('Ada');
  expect([thing.has('Who.Name'), thing.has('Who.Age')]).toEqual([true, false]);
  expect(thing.part('Who').text('Name')).toBe('Ada');
  expect(thing.each('Steps').map((step) => step.number('Size'))).toEqual([1, 2]);
});

test('numbers and booleans may be quoted', () => {
  const thing = read({ Rate: '0.5', Size: '-3', Yes: 'true', No: 'false' });
  expect([thing.number('Rate'), thing.integer('Size')]).toEqual([0.5, -3]);
  expect([thing.flag('Yes'), thing.flag('No')]).toEqual([true, false]);
});

test('an absent property is undefined, or empty', () => {
  const thing = read({ Empty: {} });
  for (const path of ['Absent', 'Absent.Inside', 'Empty.Inside']) {
    for (const kind of ['text', 'number', 'integer', 'flag', 'texts'] as const)
      expect(thing[kind](path)).toBeUndefined();
    expect([thing.object(path), thing.each(path)]).toEqual([{}, []]);
    thing.only(path, undefined, 'x');
    thing.onlyTexts(path);
    thing.part(path).nothingBut([]);
  }
});

const given = {
  Text: 'x',
  Half: 0.5,
  Blank: '',
  Yes: true,
  Nothing: null,
  List: ['x', 5],
  Texts: ['x', 'y'],
  Object: { List: [{ A: 1 }, 'x'] },
};

test.each<[string, (thing: Reader) => unknown]>([
  ['Half is not text', (it) => it.text('Half')],
  ['Text is not a number', (it) => it.number('Text')],
  ['Blank is not a number', (it) => it.number('Blank')],
  ['Yes is not a number', (it) => it.number('Yes')],
  ['Half is not a whole number', (it) => it.integer('Half')],
  ['Text is not true or false', (it) => it.flag('Text')],
  ['Object is not a list', (it) => it.texts('Object')],
  ['List[1] is not text', (it) => it.texts('List')],
  ['Absent is missing', (it) => it.requiredText('Absent')],
  ['Absent.Inside is missing', (it) => it.requiredNumber('Absent.Inside')],
  ['Nothing is not text', (it) => it.text('Nothing')],
  ['Nothing is not an object', (it) => it.flag('Nothing.Inside')],
  ['List is not an object', (it) => it.object('List')],
  ['Text is not an object', (it) => it.text('Text.Inside.Deeper')],
  ['Object.List[1] is not an object', (it) => it.each('Object.List')],
  ['Object.List[1] is not an object', (it) => it.part('Object').each('List')],
  ['Object.List has no local counterpart', (it) => it.part('Object').nothingBut(['A'])],
  ['Text is "x", which has no local counterpart', (it) => it.only('Text', undefined, 'y')],
  ['Nothing is null, which has no local counterpart', (it) => it.only('Nothing', undefined)],
  ['Absent is missing', (it) => it.only('Absent', 'y')],
  ['Texts has x, which has no local counterpart', (it) => it.onlyTexts('Texts', 'y')],
  ['Text is odd', (it) => it.refuse('Text', 'is odd')],
])('an error names the resource and property: %s', (message, reading) => {
  expect(() => reading(read(given))).toThrow(`api/Thing (AWS::Some::Thing): ${message}.`);
});

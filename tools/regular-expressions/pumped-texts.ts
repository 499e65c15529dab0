import { parsePattern, type Node } from './parse-pattern.ts';

/** `before`, then `unit` repeated, then `after`: the kind of text that makes a pattern backtrack. */
export type PumpedText = { readonly before: string; readonly unit: string; readonly after: string };

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const others =
  '\n\t\r\0\u001b\u0085\u00a0\u00ad\u00e9\u0130\u0301\u0661\u066b\u200b\u200d\u2028\u202e\u3002\u3164\u4e2d\ufeff\uff10\uffdd\ufffd\u{1f600}\u{e0041}\ud800';
const characters = ['a', 'A', '0', ...ascii, ...Array.from(others)];

/** Endings that may make a match fail at the very end. */
const endings = ['', '!', 'x', '0', '\n', '@'];

/** A beginning that matches nothing, so that the ending is not found at the start. */
const elsewhere = '\u001f';

/** Repeats with a smaller maximum do not grow. */
const many = 9;

/** Texts for one pattern, made of what its repeats match. */
export function pumpedTextsFor({ source, flags }: RegExp): readonly PumpedText[] {
  const pumps: PumpedText[] = [];
  visit(parsePattern(source), '', '');
  return pumps;

  /** @param before a text that leads to here @param near its last part */
  function visit(node: Node, before: string, near: string): void {
    if (node.is === 'choice') for (const it of node.options) visit(it, before, near);
    if (node.is === 'repeat') repeat(node, before, near);
    if (node.is !== 'sequence') return;
    let [leading, last] = [before, near];
    for (const part of node.parts) {
      visit(part, leading, last);
      const [text = ''] = textsOf(part);
      leading += text;
      if (text !== '') last = text;
    }
  }

  function repeat(node: Node & { is: 'repeat' }, before: string, near: string): void {
    visit(node.part, before, near);
    if (node.max < many) return;
    const units = textsOf(node.part).flatMap((it) => [it, near + it, before + it]);
    for (const unit of new Set([...units, near, before]))
      if (unit !== '')
        for (const after of endings) {
          pumps.push({ before, unit, after });
          pumps.push({ before: elsewhere, unit, after });
        }
  }

  /** Some texts that a node matches. */
  function textsOf(node: Node): readonly string[] {
    switch (node.is) {
      case 'nothing':
        return [''];
      case 'character':
        return fewOf(node.source);
      case 'choice':
        return node.options.flatMap((it) => textsOf(it).slice(0, 2)).slice(0, 6);
      case 'repeat':
        return textsOf(node.part).map((it) => it.repeat(Math.max(node.min, node.max < 1 ? 0 : 1)));
      case 'sequence':
        return node.parts.reduce<readonly string[]>(
          (texts, part) => {
            const next = textsOf(part);
            return [...new Set(next.flatMap((it) => texts.slice(0, 3).map((text) => text + it)))];
          },
          [''],
        );
    }
  }

  function fewOf(characterClass: string): readonly string[] {
    const one = new RegExp(`^(?:${characterClass})$`, flags.replace(/[gy]/g, ''));
    const fitting = characters.filter((it) => one.test(it));
    // The first, and one of another kind.
    return [...new Set([fitting[0] ?? '', fitting.at(5) ?? '', fitting.at(-1) ?? ''])];
  }
}

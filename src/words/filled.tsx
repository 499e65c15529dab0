import type { ReactElement } from 'react';

type Props = {
  /** Such as `It is at {url}.` */
  readonly words: string;
  readonly with: { readonly [place: string]: ReactElement };
};

/** A sentence with things in it that are more than words. */
export function Filled({ words, with: things }: Props) {
  // Every second part is the name of a thing, wherever the language puts it.
  return words.split(/\{(\w+)\}/).map((part, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts of a sentence do not change places
    <span key={i}>{i % 2 === 0 ? part : things[part]}</span>
  ));
}

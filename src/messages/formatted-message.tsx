import type { ReactElement } from 'react';

type Props = {
  /** Such as `It is at {url}.` */
  readonly message: string;
  readonly with: { readonly [name: string]: ReactElement };
};

/** A message whose placeholders are elements rather than text. */
export function FormattedMessage({ message, with: elements }: Props) {
  // Every second part is the name of a placeholder, in the order of the language.
  return message.split(/\{(\w+)\}/).map((part, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts of a sentence do not change places
    <span key={i}>{i % 2 === 0 ? part : elements[part]}</span>
  ));
}

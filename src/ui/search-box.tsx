import type { ComponentProps } from 'react';
import { directionIn } from './text-direction.ts';

type Props = Pick<ComponentProps<'input'>, 'id' | 'onKeyDown'> & {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** With so few, everything is in view. */
export const mostFormsWithoutSearch = 8;

/** A search field whose label is in the field itself, to save a line. */
export function SearchBox({ label, text, onText, ...input }: Props) {
  return (
    <input
      {...input}
      className="box search-box"
      type="search"
      aria-label={label}
      placeholder={label}
      dir={directionIn(text)}
      autoComplete="off"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

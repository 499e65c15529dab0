import type { ComponentProps } from 'react';
import { longestViewName } from '#core/views/view-name.ts';
import { directionIn } from '../../../ui/text-direction.ts';

type Props = Pick<ComponentProps<'input'>, 'id' | 'ref' | 'aria-describedby' | 'onKeyDown'> & {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly hasIssue: boolean;
};

/** Where the name of a view is typed. */
export function ViewNameBox({ typed, onTyped, hasIssue, ...others }: Props) {
  return (
    <input
      {...others}
      className="box"
      type="text"
      autoComplete="off"
      dir={directionIn(typed)}
      // A character may have two UTF-16 units.
      maxLength={2 * longestViewName}
      value={typed}
      aria-invalid={hasIssue || undefined}
      onChange={({ target }) => onTyped(target.value)}
    />
  );
}

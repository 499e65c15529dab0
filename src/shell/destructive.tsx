import type { Ref } from 'react';
import { isSecondTap } from './second-tap.ts';

type Props = {
  readonly words: string;
  readonly onPress: () => void;
  /** For what can be undone; the others are red. */
  readonly isUndoable?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/**
 * Every button that takes something away, and no other (tools/destructive.js). It does nothing for a second
 * tap on what stood in its place, nor for a key that is held down since before it had the focus.
 */
export function Destructive({ words, onPress, isUndoable, ref }: Props) {
  return (
    <button
      className={isUndoable ? 'button-quiet' : 'button-danger'}
      type="button"
      ref={ref}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={({ nativeEvent }) => isSecondTap(nativeEvent) || onPress()}
    >
      {words}
    </button>
  );
}

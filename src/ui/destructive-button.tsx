import type { Ref } from 'react';
import { isSecondTap } from './second-tap.ts';

type Props = {
  readonly label: string;
  /** What a screen reader calls the button, if the label alone does not say enough. */
  readonly name?: string;
  readonly onPress: () => void;
  /** For actions that can be undone. All others are red. */
  readonly isUndoable?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/**
 * For every button that removes something, and no other (tools/lint/destructive-buttons.js). It ignores
 * a second tap meant for the button that was there before, and a key held down since before it had the
 * focus.
 */
export function DestructiveButton({ label, name, onPress, isUndoable, ref }: Props) {
  return (
    <button
      className={isUndoable ? 'button-quiet' : 'button-danger'}
      type="button"
      aria-label={name}
      ref={ref}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={({ nativeEvent }) => isSecondTap(nativeEvent) || onPress()}
    >
      {label}
    </button>
  );
}

import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';

/** Takes an optional choice back: a radio button alone cannot be unticked. */
export function ClearChoice({ onClear }: { readonly onClear: () => void }) {
  const { none } = useMessages('firstLoad', firstLoad);
  return (
    <button
      className="button-quiet"
      type="button"
      onClick={(event) => {
        onClear();
        event.currentTarget.parentElement?.querySelector('input')?.focus();
      }}
    >
      {none}
    </button>
  );
}

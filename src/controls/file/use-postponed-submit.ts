import { useEffect, useEffectEvent } from 'react';

type Options = {
  readonly isAdding: boolean;
  /** The id of an input of the form. */
  readonly id: string;
  /** Called when somebody sends the form meanwhile. */
  readonly onPostpone?: () => void;
  /** Whether a file could not be added. The same function in each render. */
  readonly hasFailed: () => boolean;
};

/**
 * Postpones sending a form while a file is being added, which would be left out. It goes on by itself once the file is
 * there; if it could not be added, the person is told so and decides.
 */
export function usePostponedSubmit({ isAdding, id, hasFailed, onPostpone }: Options): void {
  const postponed = useEffectEvent(() => onPostpone?.());
  useEffect(() => {
    const form = document.getElementById(id)?.closest('form');
    if (!isAdding || !form) return undefined;
    let isPostponed = false;
    const postpone = (event: Event) => {
      isPostponed = true;
      event.preventDefault();
      event.stopImmediatePropagation();
      postponed();
    };
    form.addEventListener('submit', postpone, true);
    return () => {
      form.removeEventListener('submit', postpone, true);
      if (isPostponed && !hasFailed()) setTimeout(() => form.requestSubmit());
    };
  }, [isAdding, id, hasFailed]);
}

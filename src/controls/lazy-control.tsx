import type { ComponentType } from 'react';
import type { Control } from '#core/form/field.ts';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Grouped } from './question-layout.tsx';
import type { Question } from './question.ts';
import './lazy-control.css';

/**
 * A control that is loaded only by the forms that have it.
 * @param placeholder the class of a space that is about as high as the control, so that the layout does not shift
 */
export function lazyControl<C extends Control>(
  load: () => Promise<{ default: ComponentType<Question<C>> }>,
  placeholder: string,
): ComponentType<Question<C>> {
  return lazyPart(load, {
    Waiting: (question) => (
      <Grouped question={question}>
        <div className={placeholder} aria-busy="true" />
      </Grouped>
    ),
    Missing: ControlFailed,
  });
}

function ControlFailed({ retry, ...question }: Question & { readonly retry: () => void }) {
  const { tryAgain } = useMessages('firstLoad', firstLoad);
  return (
    <Grouped question={question}>
      <button className="button-second" type="button" onClick={retry}>
        {tryAgain}
      </button>
    </Grouped>
  );
}

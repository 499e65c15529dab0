import { createContext, use, type ComponentType } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { Choice, maxInSelect } from '../../controls/choice/control.tsx';
import { Choices } from '../../controls/choices/control.tsx';
import type { Question } from '../../controls/question.ts';

type Limited = ControlNamed<'choice' | 'choices'>;

/**
 * A question whose options say how many seats they have left.
 * @param isSearched whether the options are found by their labels, which then stay as they are
 */
export type ShowSeats = <C extends Limited>(
  question: Question<C>,
  isSearched: boolean,
) => Question<C>;

/** Nothing while it is not known. */
export const ShowSeatsContext = createContext<ShowSeats | undefined>(undefined);

/** The controls of options whose seats are counted. */
export const limitedControls = {
  choice: limited(Choice, ({ pictures, options }) => !pictures && options.length > maxInSelect),
  choices: limited(Choices, () => false),
};

function limited<C extends Limited>(
  Control: ComponentType<Question<C>>,
  isSearched: (control: C) => boolean,
) {
  return function LimitedControl(question: Question<C>) {
    const show = use(ShowSeatsContext);
    return <Control {...(show?.(question, isSearched(question.control)) ?? question)} />;
  };
}

import type { Control } from '#core/form/field.ts';
import { chosenValues } from '#core/form/options.ts';
import { getOwn } from '#core/values/own-property.ts';
import { chosenValue } from '../../controls/other/chosen-value.ts';
import { questionPath } from '../../controls/question.ts';
import { limitsMessages } from '../../messages/en/limits.ts';
import { formatNumber } from '../../messages/number-format.ts';
import type { ShowSeats } from './limited-controls.tsx';
import { leftOf, type Seats } from './read-seats.ts';

type Context = {
  readonly seats: Seats;
  readonly messages: Pick<typeof limitsMessages, 'left' | 'full' | 'withSeats'>;
  /** Of the entry that is being changed, which has its seats already. */
  readonly before: Readonly<Record<string, unknown>> | undefined;
};

/**
 * Adds to each option how many seats it has left. One without is not offered any more, unless it is what the person
 * has chosen: nothing changes under their hands, and the server has the last word.
 */
export function showSeats({ seats, messages, before }: Context): ShowSeats {
  return (question, isSearched) => {
    const field = questionPath(question.id);
    const counts = getOwn(seats.perOption ?? {}, field);
    if (!counts) return question;
    const { control, controlValue } = question;
    const usual = 'default' in control && control.default;
    const own = [
      ...(usual ? [usual] : []),
      ...chosenValues(chosenValue(controlValue).chosen),
      ...chosenValues(getOwn(before ?? {}, field)),
    ];
    const noteOf = (option: string) => {
      const count = getOwn(counts, option);
      if (!count) return undefined;
      const left = leftOf(count);
      return left > 0 ? messages.left(formatNumber(left), formatNumber(count.max)) : messages.full;
    };
    const full = Object.entries(counts).flatMap(([option, it]) =>
      leftOf(it) > 0 || own.includes(option) ? [] : [option],
    );
    const notes = control.options.map(([option]) => noteOf(option));
    return isSearched
      ? { ...question, full, notes }
      : { ...question, full, control: withNotes(control, notes, messages) };
  };
}

function withNotes<
  C extends Control & { readonly options: readonly (readonly [string, string])[] },
>(control: C, notes: readonly (string | undefined)[], { withSeats }: Context['messages']): C {
  const options = control.options.map(([option, label], i) => {
    const note = notes[i];
    return [option, note === undefined ? label : withSeats(label, note)] as const;
  });
  return { ...control, options };
}

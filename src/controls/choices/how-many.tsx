import type { ControlNamed } from '#core/form/field.ts';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';

/** How many options can be chosen, before anybody chooses too many. */
export default function HowMany({ control }: { readonly control: ControlNamed<'choices'> }) {
  const messages = useMessages('options', optionsMessages);
  const { min = 1, max } = control;
  return <p className="hint">{sentence()}</p>;

  function sentence(): string {
    if (max === undefined) return messages.chooseAtLeast(min);
    if (min === max) return messages.chooseExactly(max);
    return min > 1 ? messages.chooseFrom(min, max) : messages.chooseUpTo(max);
  }
}

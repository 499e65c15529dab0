import { lazyPart } from '../../ui/lazy-part.tsx';
import { describedBy, type Question } from '../question.ts';
import { chosenValue, withOtherText } from './chosen-value.ts';

/** Loaded only by forms with an option that asks for a text. */
const OtherBox = lazyPart(() => import('./other-box.tsx'), { Waiting: OtherPlaceholder });

type Props = {
  readonly question: Question;
  /** The id of the box. */
  readonly id: string;
};

/** The box for the text of the option that asks for one, shown while that is chosen. */
export function OtherText({ question, id }: Props) {
  const { name, issue, controlValue, onControlValue } = question;
  const { chosen, text } = chosenValue(controlValue);
  return (
    <OtherBox
      id={id}
      name={name}
      describedBy={describedBy(question)}
      isInvalid={Boolean(issue)}
      text={text}
      onText={(typed) => onControlValue(withOtherText(chosen, typed))}
    />
  );
}

/** As high as the box, so that the layout does not shift. */
function OtherPlaceholder() {
  return <div className="other-to-come" aria-busy="true" />;
}

import type { ControlNamed } from '#core/form/field.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import { chosenOne, chosenValue, withOtherText } from '../other/chosen-value.ts';
import { OtherText } from '../other/other-text.tsx';
import { Labelled } from '../question-layout.tsx';
import { inputAria, type Question } from '../question.ts';

export default function Select(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, controlValue, optional, full, onControlValue } = question;
  const messages = useMessages('firstLoad', firstLoad);
  const { text } = chosenValue(controlValue);
  const chosen = chosenOne(controlValue) || control.default || '';
  return (
    <Labelled question={question}>
      <select
        className="box"
        id={id}
        name={name}
        {...inputAria(question)}
        value={chosen}
        onChange={(event) => onControlValue(withOtherText(event.target.value, text))}
      >
        {!control.default && (
          <option value="">{optional ? messages.noAnswer : messages.chooseOne}</option>
        )}
        {control.options.map(([value, optionLabel]) => (
          <option key={value} value={value} disabled={full?.includes(value)}>
            {optionLabel}
          </option>
        ))}
      </select>
      {chosen !== '' && chosen === control.other && (
        <OtherText question={question} id={`${id}-other`} />
      )}
    </Labelled>
  );
}

import type { ControlNamed } from '#core/form/field.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import { Labelled } from '../question-layout.tsx';
import { describedBy, textValue, type Question } from '../question.ts';

export default function Select(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, controlValue, issue, optional, onControlValue } = question;
  const messages = useMessages('firstLoad', firstLoad);
  return (
    <Labelled question={question}>
      <select
        className="box"
        id={id}
        name={name}
        aria-describedby={describedBy(question)}
        aria-invalid={Boolean(issue)}
        aria-required={!optional}
        value={textValue(controlValue) || control.default || ''}
        onChange={(event) => onControlValue(event.target.value)}
      >
        {!control.default && (
          <option value="">{optional ? messages.noAnswer : messages.chooseOne}</option>
        )}
        {Object.entries(control.options).map(([value, optionLabel]) => (
          <option key={value} value={value}>
            {optionLabel}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

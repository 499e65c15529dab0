import type { ControlNamed } from '#core/form/field.ts';
import { datesMessages } from '../../messages/en/dates.ts';
import { useMessages } from '../../messages/locale.ts';
import { Labelled } from '../question-layout.tsx';
import { inputAria, textValue, type Question } from '../question.ts';
import { utcOffsetAt } from './utc-offset.ts';
import './control.css';

/** How much of an answer the box shows: `2026-03-31T14:30`. */
const shown = 16;

/**
 * A date and time by the clock of the device, with its time zone. An answer that was given elsewhere keeps its
 * own time zone until it is changed.
 */
export default function DateTimeControl(question: Question<ControlNamed<'date-time'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const messages = useMessages('dates', datesMessages);
  const { min, max } = control.days;
  const answer = textValue(controlValue);
  const [, offset = ''] = /([+-]\d\d:\d\d)$/.exec(answer) ?? [];
  return (
    <Labelled question={question}>
      <input
        className="box date-time"
        id={id}
        name={name}
        type="datetime-local"
        min={`${min}T00:00`}
        max={`${max}T23:59`}
        autoComplete="off"
        {...inputAria(question, `${id}-zone`)}
        value={answer.slice(0, shown)}
        onChange={({ target: { value } }) => {
          const time = value.slice(0, shown);
          onControlValue(time && `${time}:00${utcOffsetAt(time)}`);
        }}
      />
      <p className="hint line-to-come" id={`${id}-zone`}>
        {offset && <span>{messages.zone(offset)}</span>}
      </p>
    </Labelled>
  );
}

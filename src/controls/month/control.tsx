import type { ControlNamed } from '#core/form/field.ts';
import { monthNames } from '../../messages/date-format.ts';
import { datesMessages } from '../../messages/en/dates.ts';
import { useMessages } from '../../messages/locale.ts';
import { Grouped } from '../question-layout.tsx';
import { inputAria, partsValue, type Question } from '../question.ts';
import '../parts.css';
import './control.css';

/** A list of months and a box for the year: some browsers draw an input for months as a box without any help. */
export default function MonthControl(question: Question<ControlNamed<'month'>>) {
  const { id, name, controlValue, onControlValue } = question;
  const messages = useMessages('dates', datesMessages);
  const { month = '', year = '' } = partsValue(controlValue);
  const shared = {
    className: 'box',
    autoComplete: 'off',
    ...inputAria(question),
  };
  return (
    <Grouped question={question}>
      <div className="month">
        <div>
          <label className="part-label" htmlFor={id}>
            {messages.month}
          </label>
          <select
            {...shared}
            id={id}
            name={`${name}.month`}
            value={month}
            onChange={(event) => onControlValue({ month: event.target.value, year })}
          >
            <option value="">{messages.chooseMonth}</option>
            {monthNames().map((monthName, i) => (
              <option key={monthName} value={String(i + 1).padStart(2, '0')}>
                {monthName}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="part-label" htmlFor={`${id}-year`}>
            {messages.year}
          </label>
          <input
            {...shared}
            id={`${id}-year`}
            name={`${name}.year`}
            data-short=""
            dir="ltr"
            inputMode="numeric"
            value={year}
            onChange={(event) => onControlValue({ month, year: event.target.value })}
          />
        </div>
      </div>
    </Grouped>
  );
}

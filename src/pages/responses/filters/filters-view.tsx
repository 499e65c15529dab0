import { useState, type SyntheticEvent } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Elements } from '../../../ui/elements.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pickable, withAnswer, withDay, type Filter } from './response-filter.ts';
import './filters-view.css';

type Props = {
  readonly form: Form;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

/** Days, and answers to pick from. */
export function FiltersView({ form, filter, onFilter }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { range, answers } = filter;
  return (
    <div className="responses-grid">
      {(['from', 'to'] as const).map((end) => (
        <Labelled key={end} label={messages[end]}>
          <DayBox
            min={end === 'to' ? range.from : undefined}
            max={end === 'from' ? range.to : undefined}
            value={range[end] ?? ''}
            onDay={(day) => onFilter(withDay(filter, end, day))}
          />
        </Labelled>
      ))}
      {pickable(form, messages).map(([name, options]) => (
        <Labelled key={name} label={getOwn(form.fields, name)?.label ?? name}>
          <select
            className="box"
            value={Object.hasOwn(answers, name) ? `=${answers[name]}` : ''}
            onChange={({ target: { value } }) =>
              onFilter(withAnswer(filter, name, value ? value.slice(1) : undefined))
            }
          >
            <option value="">{messages.all}</option>
            {options.map(([option, called]) => (
              <option key={option} value={`=${option}`}>
                {called}
              </option>
            ))}
          </select>
        </Labelled>
      ))}
    </div>
  );
}

type DayProps = {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly value: string;
  readonly onDay: (day: string) => void;
};

/** The browser withholds an invalid day, and the filter then ignores it. The person has to be told. */
function DayBox({ onDay, ...box }: DayProps) {
  const { noDay } = useMessages('responses', responsesMessages);
  const [isBadInput, setIsBadInput] = useState(false);
  const checkInput = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
    setIsBadInput(currentTarget.validity.badInput);
  return (
    <>
      <input
        {...box}
        className="box"
        type="date"
        aria-invalid={isBadInput}
        onChange={(event) => {
          onDay(event.target.value);
          checkInput(event);
        }}
        onBlur={checkInput}
      />
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="hint">{isBadInput && <span>{noDay}</span>}</output>
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: Elements }) {
  return (
    <label className="responses-label">
      <span>{label}</span>
      {children}
    </label>
  );
}

import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Elements } from '../../../ui/elements.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { rangedQuestions } from './answer-range.ts';
import { DayBox } from './day-box.tsx';
import { NumberBox } from './number-box.tsx';
import {
  filterLabel,
  pickable,
  withAnswer,
  withBound,
  withDay,
  type Filter,
} from './response-filter.ts';
import './filters-view.css';

type Props = {
  readonly form: Form;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

/** Days, answers to pick from, and ranges of numbers and days. */
export function FiltersView({ form, filter, onFilter }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { range, answers, ranges } = filter;
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
        <Labelled key={name} label={filterLabel(form, name, messages)}>
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
      {rangedQuestions(form).flatMap(({ name, label, type }) =>
        (['from', 'to'] as const).map((end) => {
          const bounds = getOwn(ranges, name);
          const value = bounds?.[end] ?? '';
          const onBound = (bound: string) => onFilter(withBound(filter, name, end, bound));
          return (
            <Labelled key={`${end} ${name}`} label={messages[`${end}Of`](label)}>
              {type === 'number' ? (
                <NumberBox value={value} onNumber={onBound} />
              ) : (
                <DayBox
                  min={end === 'to' ? bounds?.from : undefined}
                  max={end === 'from' ? bounds?.to : undefined}
                  value={value}
                  onDay={onBound}
                />
              )}
            </Labelled>
          );
        }),
      )}
    </div>
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

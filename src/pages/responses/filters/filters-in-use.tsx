import type { Form } from '#core/form/define-form.ts';
import { optionLabel } from '#core/form/options.ts';
import { getOwn } from '#core/values/own-property.ts';
import { formatDay } from '../../../messages/date-format.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { boundText, rangedQuestions } from './answer-range.ts';
import {
  filterLabel,
  isFiltering,
  noFilter,
  pickable,
  withAnswer,
  withBound,
  withDay,
  type Filter,
} from './response-filter.ts';

type Props = {
  readonly form: Form;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

/** The filters that hold, each with a press to remove it: table, charts and export follow them. */
export function FiltersInUse({ form, filter, onFilter }: Props) {
  const messages = useMessages('responses', responsesMessages);
  if (!isFiltering(filter)) return null;
  const { range, answers, ranges } = filter;
  const options = new Map(pickable(form, messages));
  const inUse: (readonly [label: string, without: Filter])[] = [
    ...(['from', 'to'] as const).flatMap((end) => {
      const day = range[end];
      return day
        ? [[messages.filterInUse(messages[end], formatDay(day)), withDay(filter, end, '')] as const]
        : [];
    }),
    ...Object.entries(answers).map(([name, option]) => {
      const text = optionLabel(options.get(name) ?? [], option);
      const label = filterLabel(form, name, messages);
      return [
        messages.filterInUse(label, text ?? option),
        withAnswer(filter, name, undefined),
      ] as const;
    }),
    ...rangedQuestions(form).flatMap(({ name, label, type }) =>
      (['from', 'to'] as const).flatMap((end) => {
        const bound = getOwn(ranges, name)?.[end];
        if (bound === undefined) return [];
        const text = messages.filterInUse(messages[`${end}Of`](label), boundText(type, bound));
        return [[text, withBound(filter, name, end, '')] as const];
      }),
    ),
  ];
  return (
    <ul className="responses-in-use" aria-label={messages.filters}>
      {inUse.map(([label, without]) => (
        <li key={label}>
          <button
            className="responses-chip"
            type="button"
            aria-label={messages.removeFilter(label)}
            onClick={() => onFilter(without)}
          >
            <span>{label}</span>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="m3 3 6 6M9 3 3 9" />
            </svg>
          </button>
        </li>
      ))}
      <li>
        <button className="button-quiet" type="button" onClick={() => onFilter(noFilter)}>
          {messages.clear}
        </button>
      </li>
    </ul>
  );
}

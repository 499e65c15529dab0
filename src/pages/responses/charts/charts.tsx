import type { ReactNode } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Field, FieldSummary } from '#core/form/field.ts';
import type { Tally } from '#core/summary/tally.ts';
import { getOwn } from '#core/values/own-property.ts';
import { Notice } from '../../../ui/notice.tsx';
import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import { failures } from '../../../messages/en/failures.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { DayChart } from './day-chart.tsx';
import { optionsOf } from '../filters/response-filter.ts';
import { Histogram } from './histogram.tsx';
import { OptionChart } from './option-chart.tsx';
import { LocationChart } from './location-chart.tsx';
import type { ResponseRow } from '../data/response-row.ts';
import type { ShownSummary } from '../data/use-summary.ts';
import './charts.css';

type Props = {
  readonly form: Form;
  readonly summary: ShownSummary;
  /** The loaded responses. */
  readonly rows: readonly ResponseRow[];
};

type ChartProps = {
  readonly name: string;
  readonly field: Field;
  readonly tally: Tally | undefined;
  readonly rows: readonly ResponseRow[];
};

const NoChart = () => null;

/** The chart of a field, by what the field says about itself. */
const charts: { readonly [Each in FieldSummary]: (props: ChartProps) => ReactNode } = {
  options: Options,
  'yes-or-no': Options,
  numbers: Numbers,
  locations: ({ name, field: { label }, rows }) => (
    <LocationChart label={label} name={name} rows={rows} />
  ),
  none: NoChart,
};

function Options({ field, tally }: ChartProps) {
  const options = optionsOf(field, useMessages('responses', responsesMessages));
  if (!options || !tally?.options) return null;
  return <OptionChart label={field.label} options={options} tally={tally} />;
}

function Numbers({ field: { label, control }, tally }: ChartProps) {
  const unit = 'unit' in control ? control.unit : undefined;
  return tally?.numbers && <Histogram label={label} unit={unit} tally={tally} />;
}

/** Charts of all responses, each also as a table. */
export function Charts({ form, summary: { failure, value, load }, rows }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { why } = useMessages('failures', failures);
  if (!value)
    return failure ? (
      <div className="empty" role="alert">
        <Notice tone="waiting" heading={messages.chartsNotFetched}>
          {why[failureReasonOf(failure)]}
        </Notice>
        <button className="button-second" type="button" onClick={load}>
          {messages.tryAgain}
        </button>
      </div>
    ) : (
      <>
        <output className="hint">{messages.counting}</output>
        <div className="card placeholder responses-placeholder" aria-hidden="true" />
      </>
    );
  const { count, complete, days, fields } = value;
  return (
    <>
      <output className="hint">
        {count === 0
          ? messages.nobody
          : complete
            ? messages.allResponses(count)
            : messages.newest(count)}
      </output>
      {count > 0 && (
        <div className="responses-charts">
          <DayChart days={days} />
          {Object.entries(form.fields).map(([name, field]) => {
            const Chart = charts[field.summary];
            return <Chart key={name} {...{ name, field, rows }} tally={getOwn(fields, name)} />;
          })}
        </div>
      )}
    </>
  );
}

import type { Form } from '#core/form.ts';
import { Notice } from '../shell/notice.tsx';
import { DayChart } from './day-chart.tsx';
import { optionsOf } from './filter.ts';
import { Histogram } from './histogram.tsx';
import { numberInWords } from './in-words.ts';
import { OptionChart } from './option-chart.tsx';
import { PlaceMap } from './place-map.tsx';
import type { Row } from './row.ts';
import type { ShownSummary } from './use-summary.ts';

type Props = {
  readonly form: Form;
  readonly summary: ShownSummary;
  /** Those that are loaded. */
  readonly rows: readonly Row[];
};

/** What the responses come to, drawn; and each drawing as a table. */
export function Charts({ form, summary: { state, value, load }, rows }: Props) {
  if (!value)
    return state === 'failed' ? (
      <div className="empty" role="alert">
        <Notice tone="waiting" heading="The charts could not be fetched">
          Check your connection, then try again.
        </Notice>
        <button className="button-second" type="button" onClick={load}>
          Try again
        </button>
      </div>
    ) : (
      <>
        <output className="hint">Counting…</output>
        <div className="card placeholder desk-placeholder" aria-hidden="true" />
      </>
    );
  const { count, complete, days, fields } = value;
  const all = numberInWords(count);
  return (
    <>
      <output className="hint">
        {count === 0
          ? 'Nobody has sent anything yet.'
          : complete
            ? `All responses: ${all}`
            : `The newest ${all} responses. There are more.`}
      </output>
      {count > 0 && (
        <div className="desk-charts">
          <DayChart days={days} />
          {Object.entries(form.fields).map(([name, { label, control }]) => {
            const tally = fields[name];
            const options = optionsOf(control);
            if (control.is === 'location')
              return <PlaceMap key={name} label={label} name={name} rows={rows} />;
            if (options && tally?.options)
              return <OptionChart key={name} label={label} options={options} tally={tally} />;
            const unit = control.is === 'input' ? control.unit : undefined;
            return (
              tally?.numbers && <Histogram key={name} label={label} unit={unit} tally={tally} />
            );
          })}
        </div>
      )}
    </>
  );
}

import type { Form } from '#core/form.ts';
import { Notice } from '../shell/notice.tsx';
import { whyOf } from '../cloud/why.ts';
import { failures } from '../words/en/failures.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { DayChart } from './day-chart.tsx';
import { optionsOf } from './filter.ts';
import { Histogram } from './histogram.tsx';
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
export function Charts({ form, summary: { failure, value, load }, rows }: Props) {
  const words = useWords('desk', desk);
  const { why } = useWords('failures', failures);
  if (!value)
    return failure ? (
      <div className="empty" role="alert">
        <Notice tone="waiting" heading={words.chartsNotFetched}>
          {why[whyOf(failure)]}
        </Notice>
        <button className="button-second" type="button" onClick={load}>
          {words.tryAgain}
        </button>
      </div>
    ) : (
      <>
        <output className="hint">{words.counting}</output>
        <div className="card placeholder desk-placeholder" aria-hidden="true" />
      </>
    );
  const { count, complete, days, fields } = value;
  return (
    <>
      <output className="hint">
        {count === 0 ? words.nobody : complete ? words.allResponses(count) : words.newest(count)}
      </output>
      {count > 0 && (
        <div className="desk-charts">
          <DayChart days={days} />
          {Object.entries(form.fields).map(([name, { label, control }]) => {
            const tally = fields[name];
            const options = optionsOf(control, words);
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

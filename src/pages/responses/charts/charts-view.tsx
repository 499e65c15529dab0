import { useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Tally } from '#core/summary/tally.ts';
import { getOwn } from '#core/values/own-property.ts';
import { charts } from '../../../controls/charts.ts';
import { optionsToFilterBy } from '../../../controls/filters.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { formatDateTimeUtc } from '../../../messages/date-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { answersAt, chartedQuestions, type ChartedQuestion } from './charted-questions.ts';
import { DayChart } from './day-chart.tsx';
import { NotLoaded } from '../not-loaded.tsx';
import type { ResponseRow } from '../data/response-row.ts';
import type { ShownSummary } from '../data/use-summary.ts';
import './charts-view.css';

type Props = {
  readonly form: Form;
  readonly summary: ShownSummary;
  /** The summary is of those that match a filter, which the page says above. */
  readonly isFiltered: boolean;
  /** The loaded responses that match. */
  readonly rows: readonly ResponseRow[];
};

/** Charts of responses, each also as a table. */
export function ChartsView({ form, summary: { failure, value, load }, isFiltered, rows }: Props) {
  const messages = useMessages('responses', responsesMessages);
  if (!value)
    return failure ? (
      <NotLoaded
        className="empty"
        heading={messages.chartsNotFetched}
        failure={failure}
        onRetry={load}
      />
    ) : (
      <>
        {/* As high as what takes its place, so that the charts do not move. */}
        <p className="responses-status hint">
          <output>{messages.counting}</output>
        </p>
        <div className="card placeholder responses-placeholder" aria-hidden="true" />
      </>
    );
  const { count, complete, countedAt, days, fields } = value;
  return (
    <>
      {!isFiltered && (
        <p className="responses-status hint">
          <output>{(complete ? messages.allResponses : messages.newest)(count)}</output>
          {countedAt !== undefined && (
            <span>{messages.countedAt(formatDateTimeUtc(countedAt))}</span>
          )}
          <span>{messages.inUtc}</span>
        </p>
      )}
      {count > 0 && (
        <div className="responses-charts">
          <DayChart days={days} />
          {chartedQuestions(form).map((question) => (
            <QuestionChart
              key={question.path}
              question={question}
              rows={rows}
              tally={getOwn(fields, question.path)}
            />
          ))}
        </div>
      )}
    </>
  );
}

type QuestionProps = Pick<Props, 'rows'> & {
  readonly question: ChartedQuestion;
  readonly tally: Tally | undefined;
};

function QuestionChart({ question: { path, label, field }, tally, rows }: QuestionProps) {
  const messages = useMessages('responses', responsesMessages);
  const answers = useMemo(
    () => rows.flatMap(({ response }) => answersAt(response.answers, path)),
    [rows, path],
  );
  const { control, summary } = field;
  const Chart = charts[summary];
  return (
    <Chart {...{ label, control, tally, answers }} options={optionsToFilterBy(field, messages)} />
  );
}

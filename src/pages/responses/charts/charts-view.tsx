import { useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import type { Tally } from '#core/summary/tally.ts';
import { getOwn } from '#core/values/own-property.ts';
import { charts } from '../../../controls/charts.ts';
import { optionsToFilterBy } from '../../../controls/filters.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ZoneChoice } from '../time-zone/zone-choice.tsx';
import { utc, type Zone } from '../time-zone/zones.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import { answersAt, chartedQuestions, type ChartedQuestion } from './charted-questions.ts';
import { ChartFrame } from './chart-frame.tsx';
import { DayChart } from './day-chart.tsx';
import { PageChart } from './page-chart.tsx';
import { lazyPart, Nothing } from '../../../ui/lazy-part.tsx';
import { NotLoaded } from '../not-loaded.tsx';
import type { ResponseRow } from '../data/response-row.ts';
import type { ShownSummary } from '../data/use-summary.ts';
import './charts-view.css';

/** Loaded after the charts, which are above them. */
const CrossedQuestions = lazyPart(() => import('./crossed-questions.tsx'), { Missing: Nothing });
const TextAnswers = lazyPart(() => import('./text-answers.tsx'), { Missing: Nothing });

type Props = {
  readonly form: Form;
  readonly summary: ShownSummary;
  /** The summary is of those that match a filter, which the page says above. */
  readonly isFiltered: boolean;
  /** The loaded responses that match. */
  readonly rows: readonly ResponseRow[];
  readonly zone: Zone;
  readonly onZone: (zone: Zone) => void;
  /** Counts by day in this zone, if they can be had. The summary's are in UTC. */
  readonly days: Summary['days'] | undefined;
};

/** Charts of responses, each also as a table. */
export function ChartsView({ form, summary, isFiltered, rows, ...props }: Props) {
  const { failure, value, load } = summary;
  const { zone, onZone, days: daysInZone } = props;
  const momentText = useMomentText();
  const { printCharts, answeredByPage } = useMessages('table', tableMessages);
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
          <ZoneChoice zone={zone} onZone={onZone} />
        </p>
        {/* With a key, so that the charts are no part of the page that has moved. */}
        <div
          key="placeholder"
          className="card placeholder responses-placeholder"
          aria-hidden="true"
        />
      </>
    );
  const { count, complete, countedAt, days, fields } = value;
  return (
    <>
      {!isFiltered && (
        <p className="responses-status hint">
          <output>{(complete ? messages.allResponses : messages.newest)(count)}</output>
          {countedAt !== undefined && <span>{messages.countedAt(momentText(countedAt))}</span>}
          <ZoneChoice zone={zone} onZone={onZone} />
        </p>
      )}
      {count > 0 && (
        <div className="responses-charts">
          <ChartFrame name={`${form.id}-per-day`} label={messages.responses}>
            <DayChart days={daysInZone ?? days} isInUtc={!daysInZone && zone !== utc} />
          </ChartFrame>
          <ChartFrame name={`${form.id}-by-page`} label={answeredByPage}>
            <PageChart form={form} summary={value} />
          </ChartFrame>
          {chartedQuestions(form).map((question) => (
            <ChartFrame
              key={question.path}
              name={`${form.id}-${question.path.replaceAll('/', '-')}`}
              label={question.label}
            >
              <QuestionChart
                question={question}
                rows={rows}
                tally={getOwn(fields, question.path)}
              />
            </ChartFrame>
          ))}
          {/* Above what is loaded after the charts, which would move it. */}
          <p className="print-charts">
            <button className="button-quiet" type="button" onClick={() => window.print()}>
              {printCharts}
            </button>
          </p>
          <CrossedQuestions form={form} rows={rows} />
          <TextAnswers form={form} rows={rows} />
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

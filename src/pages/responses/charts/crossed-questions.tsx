import { useDeferredValue, useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { crossAnswers } from '#core/summary/cross-answers.ts';
import { optionsToFilterBy } from '../../../controls/filters.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { formatNumber, perLocale } from '../../../messages/number-format.ts';
import '../../../ui/data-table.css';
import { TableFrame } from '../../../ui/table-frame.tsx';
import type { ResponseRow } from '../data/response-row.ts';
import { answerTo, chartedQuestions } from './charted-questions.ts';
import { QuestionChoice } from './question-choice.tsx';
import './crossed-questions.css';

type Props = { readonly form: Form; readonly rows: readonly ResponseRow[] };

const shares = perLocale(
  (it) => new Intl.NumberFormat(it, { style: 'percent', maximumFractionDigits: 0 }),
);

/** A number and its share: `2 (67%)`. */
function withShare(count: number, of: number): string {
  return `${formatNumber(count)} (${shares().format(of === 0 ? 0 : count / of)})`;
}

/** How the answers to one question go with those to another, counted in the responses that are loaded and match. */
export default function CrossedQuestions({ form, ...props }: Props) {
  // Typing in the search of the page does not wait until all are counted.
  const rows = useDeferredValue(props.rows);
  const messages = useMessages('table', tableMessages);
  const texts = useMessages('responses', responsesMessages);
  const questions = useMemo(
    () =>
      chartedQuestions(form).filter(
        // Inside a repeat it is not known whose answer goes with whose.
        ({ path, field }) =>
          !path.includes('/') && (optionsToFilterBy(field, texts) ?? []).length > 0,
      ),
    [form, texts],
  );
  const [paths, setPaths] = useState<readonly [first?: string, second?: string]>([]);
  const chosenAt = (at: 0 | 1) => questions.find(({ path }) => path === paths[at]) ?? questions[at];
  const [first, second] = [chosenAt(0), chosenAt(1)];
  const crossed = useMemo(() => {
    if (!first || !second) return undefined;
    return crossAnswers(
      rows.map((it) => [answerTo(it, first.path), answerTo(it, second.path)] as const),
    );
  }, [rows, first, second]);
  if (!first || !second || !crossed) return null;

  const across = optionsToFilterBy(second.field, texts) ?? [];
  return (
    <figure className="chart crossed-questions">
      <figcaption>
        <h2>{messages.crossed}</h2>
        <p className="hint">{messages.answerBoth(crossed.answered, rows.length)}</p>
      </figcaption>
      <div className="question-choices">
        <QuestionChoice
          label={messages.rows}
          questions={questions}
          chosen={first}
          onChoose={(it) => setPaths([it, second.path])}
        />
        <QuestionChoice
          label={messages.columnsAcross}
          questions={questions}
          chosen={second}
          onChoose={(it) => setPaths([first.path, it])}
        />
      </div>
      <TableFrame label={messages.crossed}>
        <table className="data-table">
          <caption className="visually-hidden">
            {messages.crossedWith(first.label, second.label)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{first.label}</th>
              {across.map(([value, label]) => (
                <th key={value} scope="col" data-number>
                  {label}
                </th>
              ))}
              <th scope="col" data-number>
                {messages.all}
              </th>
            </tr>
          </thead>
          <tbody>
            {(optionsToFilterBy(first.field, texts) ?? []).map(([value, label]) => {
              const all = crossed.countOfFirst(value);
              return (
                <tr key={value}>
                  <th scope="row">{label}</th>
                  {across.map(([other]) => {
                    const count = crossed.count(value, other);
                    return (
                      <td key={other} data-number>
                        {withShare(count, all)}
                      </td>
                    );
                  })}
                  <td data-number>{formatNumber(all)}</td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{messages.all}</th>
              {across.map(([other]) => {
                const count = crossed.countOfSecond(other);
                return (
                  <td key={other} data-number>
                    {withShare(count, crossed.answered)}
                  </td>
                );
              })}
              <td data-number>{formatNumber(crossed.answered)}</td>
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <p className="hint">{messages.sharesOfRow}</p>
    </figure>
  );
}

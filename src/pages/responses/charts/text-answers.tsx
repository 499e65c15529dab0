import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { termsFinder } from '../../../messages/search-terms.ts';
import { responsePath } from '../../../ui/response-path.ts';
import { Link } from '../../../ui/navigation.ts';
import { SearchBox } from '../../../ui/search-box.tsx';
import { localizedAnswer } from '../data/localized-answer.ts';
import { keyOf } from '../data/response.ts';
import type { ResponseRow } from '../data/response-row.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import { answerTo, chartedQuestions } from './charted-questions.ts';
import { QuestionChoice } from './question-choice.tsx';
import './text-answers.css';

type Props = { readonly form: Form; readonly rows: readonly ResponseRow[] };

/** So many more are shown at a time. */
const pageSize = 20;

/** What people wrote in answer to one question, to be read and searched, each with the way to its response. */
export default function TextAnswers({ form, ...props }: Props) {
  const rows = useDeferredValue(props.rows);
  const messages = useMessages('table', tableMessages);
  const { notAnswered } = useMessages('responses', responsesMessages);
  const momentText = useMomentText();
  const questions = useMemo(
    () =>
      chartedQuestions(form).filter(
        ({ path, field }) => field.summary === 'none' && !path.includes('/'),
      ),
    [form],
  );
  const [path, setPath] = useState<string>();
  const chosen = questions.find((it) => it.path === path) ?? questions[0];
  const list = useRef<HTMLUListElement>(null);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(pageSize);
  const answers = useMemo(() => {
    if (!chosen) return [];
    const { path, field } = chosen;
    return rows.flatMap((row) => {
      const answer = answerTo(row, path);
      const text = answer === undefined ? '' : localizedAnswer(field, answer);
      return text === '' ? [] : [{ text, response: row.response }];
    });
  }, [rows, chosen]);
  // Typing does not wait until all are searched.
  const wanted = useDeferredValue(search);
  const found = useMemo(() => {
    if (!wanted) return answers;
    const isFound = termsFinder(wanted);
    return answers.filter(({ text }) => isFound(text));
  }, [answers, wanted]);
  if (!chosen) return null;

  function showMore() {
    setMost(most + pageSize);
    // The button that was pressed is gone.
    if (found.length <= most + pageSize) list.current?.focus();
  }

  return (
    <figure className="chart text-answers">
      <figcaption>
        <h2>{messages.inTheirWords}</h2>
      </figcaption>
      <div className="question-choices">
        <QuestionChoice
          label={messages.question}
          questions={questions}
          chosen={chosen}
          onChoose={(it) => {
            setPath(it);
            setMost(pageSize);
          }}
        />
        <search aria-label={messages.searchAnswers}>
          <SearchBox
            label={messages.searchAnswers}
            text={search}
            onText={(text) => {
              setSearch(text);
              setMost(pageSize);
            }}
          />
        </search>
      </div>
      <output className="hint">
        {answers.length === 0 ? notAnswered : messages.answersFound(found.length, answers.length)}
      </output>
      <ul ref={list} tabIndex={-1} aria-label={chosen.label}>
        {found.slice(0, most).map(({ text, response }) => (
          <li key={keyOf(response)}>
            <p dir="auto" translate="no">
              {text}
            </p>
            <Link className="hint" href={responsePath(form.id, response)}>
              {momentText(response.createdAt)}
            </Link>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <button className="button-quiet" type="button" onClick={showMore}>
          {messages.showMore(Math.min(pageSize, found.length - most))}
        </button>
      )}
    </figure>
  );
}

import { isVisible } from '#core/form/questions.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { formPagesMessages } from '../../messages/en/form-pages.ts';
import { useMessages } from '../../messages/locale.ts';
import type { PagePath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { questionRows, type AnswerRow } from '../entry/question-rows.ts';
import { drawAnswer } from '../entry/row-list.tsx';

/** The answers as they would be sent, and a row for each question that is asked and has none. */
export function rowsToCheck(form: Form, evaluation: Evaluation): readonly AnswerRow[] {
  return questionRows(form, evaluation.answers(), {
    isRelevant: () => true,
    hasRow: (path) => isRelevantAt(evaluation, path),
  }).filter(({ name }) => !Object.hasOwn(form.fields, name) || isVisible(evaluation.field(name)));
}

/** Whether a question is asked; inside a repeat, at the path `people/<id>/age`. */
function isRelevantAt(evaluation: Evaluation, path: string): boolean {
  const [name = '', id, ...inner] = path.split('/');
  if (id === undefined) return evaluation.isRelevant(name);
  const instance = evaluation.instances(name).find((it) => it.id === id);
  return instance !== undefined && isRelevantAt(instance, inner.join('/'));
}

type Props = {
  readonly rows: readonly AnswerRow[];
  /** Where a question’s answer can be changed. Calculated values cannot. */
  readonly addressOf?: (field: string) => PagePath;
};

/** Questions with their answers, each with a link to change it. */
export function AnswersToCheck({ rows, addressOf }: Props) {
  const { change } = useMessages('formPages', formPagesMessages);
  const { noAnswer } = useMessages('firstLoad', firstLoad);
  return (
    <dl className="facts checked-answers">
      {rows.map((row) => (
        <div key={row.name}>
          <dt>{row.label}</dt>
          <dd dir="auto" translate={row.translate}>
            {drawAnswer(row, () => noAnswer)}
          </dd>
          {addressOf && (
            <dd className="change">
              <Link href={addressOf(row.name)}>
                <span>{`${change} `}</span>
                <span className="visually-hidden">{row.label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

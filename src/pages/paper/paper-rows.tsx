import type { FileReference } from '#core/files/file-reference.ts';
import { filesIn } from '#core/files/files-in.ts';
import type { Questions } from '#core/form/field.ts';
import { instancesIn } from '#core/form/instances-in.ts';
import { getOwn } from '#core/values/own-property.ts';
import { repeatMessages } from '../../messages/en/repeat.ts';
import { useMessages } from '../../messages/locale.ts';
import { inLanguage } from './in-language.ts';
import { FilePicture } from '../entry/file-picture.tsx';
import type { AnswerRow, InstanceRows } from '../entry/question-rows.ts';
import { fitsMatrix, MatrixOnPaper } from './matrix-on-paper.tsx';
import { usePaper } from './paper-language.ts';

type Answers = { readonly [name: string]: unknown };

/** How the answers of one entry are drawn. */
export type PaperDrawing = {
  /** Instead of an answer. */
  readonly missing: (row: AnswerRow) => string;
  readonly hasArrived: (file: FileReference) => boolean;
  /** The address of a picture’s small copy. */
  readonly openSmall: (file: FileReference) => Promise<string | undefined>;
};

type Props = {
  readonly rows: readonly AnswerRow[];
  readonly questions: Questions;
  readonly answers: Answers;
  readonly drawing: PaperDrawing;
};

/** Questions with their answers: a matrix as a table, files as small pictures, a repeat instance by instance. */
export function PaperRows({ rows, questions, answers, drawing }: Props) {
  return (
    <dl className="facts paper-rows">
      {rows.map((row) => (
        <div key={row.name}>
          <dt dir="auto">{row.label}</dt>
          <dd dir="auto" translate={row.translate}>
            <PaperAnswer {...{ row, questions, drawing }} answer={getOwn(answers, row.name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type AnswerProps = Pick<Props, 'questions' | 'drawing'> & {
  readonly row: AnswerRow;
  readonly answer: unknown;
};

function PaperAnswer({ row, questions, answer, drawing }: AnswerProps) {
  const field = getOwn(questions.fields, row.name);
  if (row.instances && field?.instances)
    return <Instances {...{ answer, drawing }} list={row.instances} questions={field.instances} />;
  if (!row.text) return <span className="hint">{drawing.missing(row)}</span>;
  if (field && 'columns' in field.control && fitsMatrix({ ...field.control, answer }))
    return <MatrixOnPaper {...field.control} answer={answer} />;
  const pictures = filesIn({ answer }).filter(({ type }) => type.startsWith('image/'));
  return (
    <>
      <span>{row.text}</span>
      {pictures.length > 0 && (
        <span className="paper-pictures">
          {pictures.map((file) => (
            <FilePicture
              key={file.id}
              file={file}
              hasArrived={drawing.hasArrived(file)}
              openSmall={() => drawing.openSmall(file)}
            />
          ))}
        </span>
      )}
    </>
  );
}

type InstancesProps = Pick<Props, 'questions' | 'drawing'> & {
  readonly list: readonly InstanceRows[];
  readonly answer: unknown;
};

function Instances({ list, questions, answer, drawing }: InstancesProps) {
  const { numbered } = useMessages('repeat', repeatMessages);
  const { lang } = usePaper();
  const answersOf = instancesIn(answer);
  return (
    <ol className="row-instances">
      {list.map(({ id, one, number, ownName, rows }) => (
        <li key={id}>
          <p>
            <span className="hint">{`${inLanguage(lang, () => numbered(one, number))} `}</span>
            {ownName !== undefined && <bdi className="row-own-name">{ownName}</bdi>}
          </p>
          <PaperRows {...{ rows, questions, drawing }} answers={answersOf?.get(id) ?? {}} />
        </li>
      ))}
    </ol>
  );
}

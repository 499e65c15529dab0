import { useRef, useState } from 'react';
import { plain, withDecimalCommas } from '#core/csv.ts';
import type { Form } from '#core/form.ts';
import { loaded } from '../form/loaded.ts';
import { Notice } from '../shell/notice.tsx';
import { whyOf } from '../cloud/why.ts';
import { failures } from '../words/en/failures.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import type { DeskApi } from './desk-api.ts';
import { csvOf, fileName, jsonOf } from './file-format.ts';
import { Progress } from './progress.tsx';
import { saveFile } from '../shell/save-file.ts';
import { useExport, type Export } from './use-export.ts';

type Props = { readonly form: Form; readonly api: DeskApi; readonly total: number | undefined };

/** Every response as a file. */
export function ExportPanel({ form, api, total }: Props) {
  const words = useWords('desk', desk);
  const { why } = useWords('failures', failures);
  const [withMark, setWithMark] = useState(true);
  const [hasDecimalCommas, setHasDecimalCommas] = useState(decimalSign() === ',');
  const dialect = hasDecimalCommas ? withDecimalCommas : plain;
  // A file is read by programs and by other people: its words are the form's own, in every language.
  const ownWords = form.original ?? form;
  const firstButton = useRef<HTMLButtonElement>(null);
  const { state, count, failure, start, goOn, cancel } = useExport({
    api,
    onDone: (parts, { ending, mediaType }) =>
      saveFile(fileName(form.id, ending, new Date()), parts, mediaType),
  });
  return (
    <details className="desk-panel">
      <summary>{words.export}</summary>
      <p className="hint">{words.aboutExport}</p>
      <Checkbox label={words.withMark} isChecked={withMark} onCheck={setWithMark} />
      <Checkbox
        label={words.decimalCommas}
        isChecked={hasDecimalCommas}
        onCheck={setHasDecimalCommas}
      />
      <div className="actions">
        <button
          className="button-second"
          type="button"
          ref={firstButton}
          onClick={() =>
            void loaded(form).then(() => start(csvOf(ownWords, { withMark, dialect })))
          }
        >
          {words.exportCsv}
        </button>
        <button className="button-second" type="button" onClick={() => start(jsonOf(form))}>
          {words.exportJson}
        </button>
      </div>
      {state === 'running' && (
        <Progress
          words={words.exportingSoFar}
          count={count}
          total={total}
          stopWords={words.cancelExport}
          onStop={() => {
            cancel();
            // The button that had the focus is gone.
            firstButton.current?.focus();
          }}
        />
      )}
      <output className="hint">{outcome({ state, count }, words)}</output>
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading={words.stopped}>
            <span>{`${words.keptSoFar} ${failure ? why[whyOf(failure)] : ''} `}</span>
            <button className="button-quiet" type="button" onClick={goOn}>
              {words.goOn}
            </button>
          </Notice>
        </div>
      )}
    </details>
  );
}

type CheckboxProps = {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
};

function Checkbox({ label, isChecked, onCheck }: CheckboxProps) {
  return (
    <label className="desk-check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** Of the person's own settings: a spreadsheet follows those, and not the language of this page. */
function decimalSign(): string | undefined {
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value;
}

function outcome({ state, count }: Export, words: typeof desk): string {
  if (state === 'done') return words.exported(count);
  if (state === 'cancelled') return words.cancelled;
  return state === 'running' ? words.exporting : '';
}

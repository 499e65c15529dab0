import { useRef, useState } from 'react';
import type { Form } from '#core/form.ts';
import { Notice } from '../shell/notice.tsx';
import type { DeskApi } from './desk-api.ts';
import { csvOf, fileName, jsonOf } from './file-format.ts';
import { numberInWords } from './in-words.ts';
import { Progress } from './progress.tsx';
import { saveFile } from '../shell/save-file.ts';
import { useExport, type Export } from './use-export.ts';

type Props = { readonly form: Form; readonly api: DeskApi; readonly total: number | undefined };

/** Every response as a file. */
export function ExportPanel({ form, api, total }: Props) {
  const [withMark, setWithMark] = useState(true);
  const firstButton = useRef<HTMLButtonElement>(null);
  const { state, count, start, goOn, cancel } = useExport({
    api,
    onDone: (parts, { ending, mediaType }) =>
      saveFile(fileName(form.id, ending, new Date()), parts, mediaType),
  });
  return (
    <details className="desk-panel">
      <summary>Export</summary>
      <p className="hint">
        Everything, whatever is filtered here. In the CSV an apostrophe stands before what a
        spreadsheet would run or rewrite; the JSON has answers as they are stored.
      </p>
      <label className="desk-check">
        <input
          type="checkbox"
          checked={withMark}
          onChange={(event) => setWithMark(event.target.checked)}
        />
        Start the CSV with a byte order mark, for Excel
      </label>
      <div className="actions">
        <button
          className="button-second"
          type="button"
          ref={firstButton}
          onClick={() => start(csvOf(form, { withMark }))}
        >
          Export CSV
        </button>
        <button className="button-second" type="button" onClick={() => start(jsonOf(form))}>
          Export JSON
        </button>
      </div>
      {state === 'running' && (
        <Progress
          doing="Exporting:"
          count={count}
          total={total}
          stopWords="Cancel the export"
          onStop={() => {
            cancel();
            // The button that had the focus is gone.
            firstButton.current?.focus();
          }}
        />
      )}
      <output className="hint">{outcome({ state, count })}</output>
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading="The export has stopped">
            There is no connection to the server. What is read so far is kept.
            <button className="button-quiet" type="button" onClick={goOn}>
              Go on
            </button>
          </Notice>
        </div>
      )}
    </details>
  );
}

function outcome({ state, count }: Export): string {
  if (state === 'done') return `Exported: ${numberInWords(count)}. The file is in your downloads.`;
  if (state === 'cancelled') return 'The export was cancelled. There is no file.';
  return state === 'running' ? 'Exporting…' : '';
}

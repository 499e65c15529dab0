import { useEffect, useRef, useState } from 'react';
import { commaDialect, semicolonDialect } from './csv.ts';
import type { Form } from '#core/form/define-form.ts';
import { fieldsLoaded } from '../../../form/fields-loaded.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { ChosenColumns } from '../columns/chosen-columns.ts';
import type { Column } from '../data/response-columns.ts';
import { toResponseRow } from '../data/response-row.ts';
import type { ResponsesApi } from '../data/responses-api.ts';
import { sorted, type Sort } from '../data/sort.ts';
import { isFiltering, matching, type Filter } from '../filters/response-filter.ts';
import type { PagePath } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { lazyPart, Nothing } from '../../../ui/lazy-part.tsx';
import { asksForFiles } from '#core/form/asks-for-files.ts';
import { instantsOf } from '../time-zone/days-in-zone.ts';
import type { Zone } from '../time-zone/zones.ts';
import { csvWriter } from './csv-writer.ts';
import { fileName } from './exported-file-name.ts';
import type { FileWriter } from './file-writer.ts';
import { geoJsonWriter, mappedQuestions } from './geojson-writer.ts';
import { jsonLinesWriter, jsonWriter } from './json-writer.ts';
import { repeatCsvWriter, repeatsIn } from './repeat-file.ts';
import { workbookWriter } from './workbook-writer.ts';
import { ExportFailureNotice } from './export-failure-notice.tsx';
import { removeLeftFiles } from './temporary-file.ts';
import { StoppableProgress } from '../stoppable-progress.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useExport, type Chosen, type Export } from './use-export.ts';
import './export-panel.css';

const SaveFiles = lazyPart(() => import('../files/save-files.tsx'), { Missing: Nothing });

type Props = {
  readonly form: Form;
  readonly api: ResponsesApi;
  readonly filter: Filter;
  readonly columns: readonly Column[];
  readonly chosen: ChosenColumns;
  readonly sort: Sort;
  readonly zone: Zone;
  /** How many match the filter, if known. */
  readonly shown: number | undefined;
  /** How many there are, if known. */
  readonly total: number | undefined;
  readonly isOpen: boolean;
  /** The page that prints them. */
  readonly toPaper: PagePath;
};

/** Exports the responses that match the filter as a file. */
export function ExportPanel({ form, api, filter, columns, sort, ...props }: Props) {
  const { chosen, shown, total, isOpen, toPaper, zone } = props;
  const shownInFile = { chosen, zone };
  const messages = useMessages('responses', responsesMessages);
  const [hasByteOrderMark, setHasByteOrderMark] = useState(true);
  const [hasDecimalCommas, setHasDecimalCommas] = useState(decimalSign() === ',');
  const csv = { hasByteOrderMark, dialect: hasDecimalCommas ? semicolonDialect : commaDialect };
  // A file is read by programs and other people, so it uses the form's original language.
  const originalForm = form.original ?? form;
  const firstButton = useRef<HTMLButtonElement>(null);
  const isFiltered = isFiltering(filter);
  const { state, count, failure, start, goOn, cancel } = useExport({
    api,
    onDone: (parts, { ending, part, mediaType }, { isFiltered }) =>
      saveFile(
        fileName({ form: form.id, part, ending, isFiltered, at: new Date() }),
        parts,
        mediaType,
      ),
  });
  async function choose(): Promise<Chosen> {
    await fieldsLoaded(form);
    return {
      isFiltered,
      range: instantsOf(filter.range, zone),
      // The texts of a row take longer than its record.
      includes: isFiltered
        ? (it) => matching([toResponseRow(form, columns, it)], filter).length > 0
        : () => true,
      ...(sort && { sorted: (it) => sorted(it, columns, sort) }),
    };
  }
  const expected = isFiltered ? shown : total;
  const startAs = async (writer: FileWriter) => start(writer, await choose(), expected);
  // What a tab left behind that was closed too soon.
  useEffect(() => void removeLeftFiles(), []);
  return (
    <div id="responses-export" className="responses-panel" hidden={!isOpen}>
      <p>{(isFiltered ? matchingText : allText)({ shown, total }, messages)}</p>
      {chosen && <p>{messages.exportsChosenColumns}</p>}
      <p className="hint">{messages.aboutExport}</p>
      <Checkbox
        label={messages.withByteOrderMark}
        isChecked={hasByteOrderMark}
        onCheck={setHasByteOrderMark}
      />
      <Checkbox
        label={messages.decimalCommas}
        isChecked={hasDecimalCommas}
        onCheck={setHasDecimalCommas}
      />
      <div className="actions">
        <button
          className="button-second"
          type="button"
          ref={firstButton}
          onClick={() => void startAs(workbookWriter(originalForm, shownInFile))}
        >
          {messages.exportWorkbook}
        </button>
        <button
          className="button-second"
          type="button"
          onClick={() => void startAs(csvWriter(originalForm, csv, shownInFile))}
        >
          {messages.exportCsv}
        </button>
        <button
          className="button-second"
          type="button"
          onClick={() => void startAs(jsonWriter(form))}
        >
          {messages.exportJson}
        </button>
        <button
          className="button-second"
          type="button"
          onClick={() => void startAs(jsonLinesWriter(form))}
        >
          {messages.exportJsonLines}
        </button>
        {mappedQuestions(form).length > 0 && (
          <button
            className="button-second"
            type="button"
            onClick={() => void startAs(geoJsonWriter(originalForm, chosen))}
          >
            {messages.exportGeoJson}
          </button>
        )}
        {repeatsIn(originalForm).map((part) => (
          <button
            key={part.path}
            className="button-second"
            type="button"
            onClick={() => void startAs(repeatCsvWriter(originalForm, part, csv))}
          >
            {messages.exportRepeat(part.label)}
          </button>
        ))}
        <Link className="button-second" href={toPaper}>
          {messages.printAll}
        </Link>
      </div>
      {state === 'running' && (
        <StoppableProgress
          text={messages.exportingSoFar}
          count={count}
          total={expected}
          stopLabel={messages.cancelExport}
          onStop={() => {
            cancel();
            // The button that had the focus is gone.
            firstButton.current?.focus();
          }}
        />
      )}
      <output className="hint">{statusText({ state, count }, messages)}</output>
      {state === 'failed' && <ExportFailureNotice failure={failure} onGoOn={goOn} />}
      {isOpen && asksForFiles(form) && <SaveFiles {...{ form, api, isFiltered, choose }} />}
    </div>
  );
}

type Counts = Pick<Props, 'shown' | 'total'>;

function allText({ total }: Counts, messages: typeof responsesMessages): string {
  return total === undefined ? messages.exportsAll : messages.exportsAllOf(total);
}

function matchingText({ shown, total }: Counts, messages: typeof responsesMessages): string {
  return shown === undefined || total === undefined
    ? messages.exportsMatching
    : messages.exportsMatchingOf(shown, total);
}

type CheckboxProps = {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
};

function Checkbox({ label, isChecked, onCheck }: CheckboxProps) {
  return (
    <label className="responses-check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/**
 * The decimal sign of the browser's locale, which spreadsheets follow, rather than of the page's
 * language.
 */
function decimalSign(): string | undefined {
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value;
}

function statusText({ state, count }: Export, messages: typeof responsesMessages): string {
  if (state === 'done') return messages.exported(count);
  if (state === 'cancelled') return messages.cancelled;
  return state === 'running' ? messages.exporting : '';
}

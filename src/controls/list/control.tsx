import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { rowLabel, type List } from '#core/form/list.ts';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { Combobox } from '../combobox/combobox.tsx';
import { unmatchedText } from '../combobox/unmatched-text.ts';
import { Labelled } from '../question-layout.tsx';
import { textValue, type Question } from '../question.ts';

/** A choice of one row of a long list, which is loaded when the question is first shown. */
export default function ListControl(question: Question<ControlNamed<'list'>>) {
  const { control, controlValue, onControlValue } = question;
  const { list, language } = control;
  const messages = useMessages('options', optionsMessages);
  const { hasFailed, retry } = useLoadedList(list);
  const rows = list.rows();
  const options = useMemo(
    () => rows?.map((it) => ({ value: it.value, label: rowLabel(it, language) })),
    [rows, language],
  );
  return (
    <Labelled question={question}>
      <Combobox
        question={question}
        options={options}
        chosen={labelOf(list, textValue(controlValue), language)}
        typed={unmatchedText(controlValue)}
        onChoose={onControlValue}
        onType={(typed) => onControlValue({ typed })}
      />
      {hasFailed && (
        <div role="alert">
          <p className="hint">{messages.notLoaded}</p>
          <button className="button-quiet" type="button" onClick={retry}>
            {messages.tryAgain}
          </button>
        </div>
      )}
    </Labelled>
  );
}

/** What is not offered now is not shown, but comes back when it is; a row that was removed is shown by its value. */
function labelOf(list: List, value: string, language: string | undefined): string {
  const row = list.find(value);
  if (row) return rowLabel(row, language);
  return list.isLoaded() && list.isListed(value) ? '' : value;
}

/** Loads the list, and renders again when it is there. */
function useLoadedList(list: List) {
  const [, setIsLoaded] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(() => {
    list.load().then(
      () => setIsLoaded(true),
      () => setHasFailed(true),
    );
  }, [list]);
  useEffect(load, [load]);
  return {
    hasFailed,
    retry: () => {
      setHasFailed(false);
      load();
    },
  };
}

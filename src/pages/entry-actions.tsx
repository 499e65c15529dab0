import { useState } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps } from '../deps.ts';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';
import type { OwnEntry } from './own-entries.ts';

type Props = {
  readonly form: Form;
  readonly entry: OwnEntry;
  readonly isFromWithdrawn: boolean;
};

/** What its author can do with an entry, as it is now. */
export function EntryActions({ form, entry, isFromWithdrawn }: Props) {
  const { outbox } = useDeps();
  const words = useWords('entries', entries);
  const { isWithdrawn, last } = entry;
  if (isFromWithdrawn) {
    if (last?.does === 'restore' || last?.does === 'erase') return null;
    return (
      <div className="actions">
        <button
          className="button-second"
          type="button"
          onClick={() => void outbox.restore(form, entry)}
        >
          {words.restore}
        </button>
        <Erase form={form} entry={entry} />
      </div>
    );
  }
  if (isWithdrawn)
    return (
      last?.does === 'withdraw' && (
        <div className="actions">
          <button
            className="button-second"
            type="button"
            onClick={() => void outbox.restore(form, entry)}
          >
            {words.undo}
          </button>
        </div>
      )
    );
  return (
    <div className="actions">
      <Link className="button-second" href={`/${form.id}/entries/${entry.id}`}>
        {words.edit}
      </Link>
      <button
        className="button-quiet"
        type="button"
        onClick={() => void outbox.withdraw(form, entry)}
      >
        {words.withdraw}
      </button>
    </div>
  );
}

/** There is no way back, so it is asked twice. */
function Erase({ form, entry }: Omit<Props, 'isFromWithdrawn'>) {
  const { outbox } = useDeps();
  const words = useWords('entries', entries);
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked)
    return (
      <button className="button-quiet" type="button" onClick={() => setIsAsked(true)}>
        {words.erase}
      </button>
    );
  return (
    <fieldset className="really">
      <legend>{words.really}</legend>
      <button
        className="button-second"
        type="button"
        ref={(it) => it?.focus()}
        onClick={() => void outbox.erase(form, entry)}
      >
        {words.delete}
      </button>
      <button className="button-quiet" type="button" onClick={() => setIsAsked(false)}>
        {words.keep}
      </button>
    </fieldset>
  );
}

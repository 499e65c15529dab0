import { useState } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps } from '../deps.ts';
import { isOnItsWay, type Parcel } from '../outbox/parcel.ts';
import { Destructive } from '../shell/destructive.tsx';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';
import type { OwnEntry } from './own-entries.ts';

type Props = {
  readonly form: Form;
  readonly entry: OwnEntry;
  readonly isFromWithdrawn: boolean;
  /** Told what is not on this device any more, and has never been elsewhere. */
  readonly onGone: (parcels: readonly Parcel[]) => void;
};

/** What its author can do with an entry, as it is now. */
export function EntryActions({ form, entry, isFromWithdrawn, onGone }: Props) {
  const { outbox } = useDeps();
  const words = useWords('entries', entries);
  const { isWithdrawn, last } = entry;

  async function withdraw() {
    const here = () => outbox.view().parcels ?? [];
    const before = here().filter((it) => it.entry === entry.id && isOnItsWay(it));
    await outbox.withdraw(form, entry);
    const gone = before.filter((it) => !here().some(({ id }) => id === it.id));
    if (gone.length > 0) onGone(gone);
  }

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
      <Destructive words={words.withdraw} isUndoable onPress={() => void withdraw()} />
    </div>
  );
}

/** There is no way back, so it is asked twice; what keeps it comes first, and has the focus. */
function Erase({ form, entry }: Pick<Props, 'form' | 'entry'>) {
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
        onClick={() => setIsAsked(false)}
      >
        {words.keep}
      </button>
      <Destructive words={words.delete} onPress={() => void outbox.erase(form, entry)} />
    </fieldset>
  );
}

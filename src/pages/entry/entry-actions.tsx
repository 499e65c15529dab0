import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../deps.ts';
import { isUndelivered, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import type { OwnEntry } from './own-entries.ts';
import './entry-actions.css';

type Props = {
  readonly form: Form;
  readonly entry: OwnEntry;
  readonly isFromWithdrawn: boolean;
  /** Called with changes that are gone for good, as they were only on this device. */
  readonly onGone: (changes: readonly QueuedChange[]) => void;
};

/** What the author can do with an entry now. */
export function EntryActions({ form, entry, isFromWithdrawn, onGone }: Props) {
  const { outbox } = useDeps();
  const messages = useMessages('entries', entries);
  const { isWithdrawn, last } = entry;

  async function withdraw() {
    const here = () => outbox.view().changes ?? [];
    const before = here().filter((it) => it.entry === entry.id && isUndelivered(it));
    await outbox.withdraw(form, entry);
    const gone = before.filter((it) => !here().some(({ id }) => id === it.id));
    if (gone.length > 0) onGone(gone);
  }

  if (isFromWithdrawn) {
    if (last?.kind === 'restore' || last?.kind === 'erase') return null;
    return (
      <div className="actions">
        <button
          className="button-second"
          type="button"
          onClick={() => void outbox.restore(form, entry)}
        >
          {messages.restore}
        </button>
        <Erase form={form} entry={entry} />
      </div>
    );
  }
  if (isWithdrawn)
    return (
      last?.kind === 'withdraw' && (
        <div className="actions">
          <button
            className="button-second"
            type="button"
            onClick={() => void outbox.restore(form, entry)}
          >
            {messages.undo}
          </button>
        </div>
      )
    );
  return (
    <div className="actions">
      <Link className="button-second" href={pathTo.edit(form.id, entry.id)}>
        {messages.edit}
      </Link>
      <DestructiveButton label={messages.withdraw} isUndoable onPress={() => void withdraw()} />
    </div>
  );
}

/** Irreversible, so it asks for confirmation. The safe choice comes first, and has the focus. */
function Erase({ form, entry }: Pick<Props, 'form' | 'entry'>) {
  const { outbox } = useDeps();
  const messages = useMessages('entries', entries);
  const [isConfirming, setIsConfirming] = useState(false);
  if (!isConfirming)
    return (
      <button className="button-quiet" type="button" onClick={() => setIsConfirming(true)}>
        {messages.erase}
      </button>
    );
  return (
    <fieldset className="really">
      <legend>{messages.really}</legend>
      <button
        className="button-second"
        type="button"
        ref={(it) => it?.focus()}
        onClick={() => setIsConfirming(false)}
      >
        {messages.keep}
      </button>
      <DestructiveButton label={messages.delete} onPress={() => void outbox.erase(form, entry)} />
    </fieldset>
  );
}

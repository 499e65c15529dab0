import { repeatMessages } from '../../messages/en/repeat.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = { readonly name: string; readonly onUndo: () => void };

/** Where an instance was that has just been removed. */
export function Removed({ name, onUndo }: Props) {
  const messages = useMessages('repeat', repeatMessages);
  return (
    <li className="instance-removed">
      <span>{messages.removed(name)}</span>
      <button className="button-quiet" type="button" onClick={onUndo}>
        {messages.undo}
      </button>
    </li>
  );
}

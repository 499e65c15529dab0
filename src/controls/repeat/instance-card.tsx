import { memo } from 'react';
import { repeatMessages } from '../../messages/en/repeat.ts';
import { useMessages } from '../../messages/locale.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { InstanceFields } from './instance-fields.tsx';

type Props = {
  /** Of the element. */
  readonly id: string;
  readonly instance: string;
  /** `Person 2` */
  readonly title: string;
  /** By its answers: `Ann`. */
  readonly ownName: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (instance: string, by: 1 | -1) => void;
  readonly onRemove: (instance: string) => void;
};

/**
 * One instance: its name, its questions, and what can be done with it. A key that changes neither its name nor its
 * position does not draw it again, but only its questions.
 */
export const InstanceCard = memo(function InstanceCard({ id, instance, ...props }: Props) {
  const { title, ownName, isFirst, isLast, onMove, onRemove } = props;
  const messages = useMessages('repeat', repeatMessages);
  const name = ownName ?? title;
  return (
    <li className="instance">
      <fieldset id={id} tabIndex={-1} aria-labelledby={`${id}-name`}>
        <p className="instance-name" id={`${id}-name`}>
          <span>{`${title} `}</span>
          {ownName !== undefined && <bdi className="instance-own-name">{ownName}</bdi>}
        </p>
        <div className="instance-questions">
          <InstanceFields instance={instance} />
        </div>
        <div className="instance-actions">
          {!isFirst && (
            <MoveButton
              label={messages.moveUp(name)}
              by={-1}
              onMove={(by) => onMove(instance, by)}
            />
          )}
          {!isLast && (
            <MoveButton
              label={messages.moveDown(name)}
              by={1}
              onMove={(by) => onMove(instance, by)}
            />
          )}
          <DestructiveButton
            label={messages.remove(name)}
            isUndoable
            onPress={() => onRemove(instance)}
          />
        </div>
      </fieldset>
    </li>
  );
});

type MoveProps = {
  readonly label: string;
  readonly by: 1 | -1;
  readonly onMove: (by: 1 | -1) => void;
};

function MoveButton({ label, by, onMove }: MoveProps) {
  return (
    <button
      className="instance-move"
      type="button"
      aria-label={label}
      title={label}
      onClick={() => onMove(by)}
    >
      <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
        <path d={by === 1 ? 'M12 4v16M5 13l7 7 7-7' : 'M12 20V4M5 11l7-7 7 7'} />
      </svg>
    </button>
  );
}

import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = {
  /** The label, with the progress so far. */
  readonly text: (soFar: string) => string;
  readonly count: number;
  /** If known. */
  readonly total: number | undefined;
  readonly stopLabel: string;
  readonly onStop: () => void;
};

/** Progress, with a button to stop it. */
export function StoppableProgress({ text, count, total, stopLabel, onStop }: Props) {
  const { partOf } = useMessages('responses', responsesMessages);
  const most = total === undefined ? undefined : Math.max(total, count);
  const soFar = most ? partOf(count, most) : formatNumber(count);
  return (
    <div className="responses-progress">
      <label>
        <span>{text(soFar)}</span>
        <progress value={most && count} max={most} />
      </label>
      <button className="button-quiet" type="button" onClick={onStop}>
        {stopLabel}
      </button>
    </div>
  );
}

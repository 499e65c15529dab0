import { numbersMessages } from '../../messages/en/numbers.ts';
import { useMessages } from '../../messages/locale.ts';
import './scale-ends.css';

type Props = {
  readonly ends: readonly [low: string, high: string];
  readonly min: number;
  readonly max: number;
};

/** What the lowest and the highest number mean. Screen readers hear it with the numbers themselves. */
export function ScaleEnds({ ends: [low, high], min, max }: Props) {
  const messages = useMessages('numbers', numbersMessages);
  return (
    <p className="hint scale-ends" aria-hidden="true">
      <span>{messages.end(min, low)}</span>
      <span>{messages.end(max, high)}</span>
    </p>
  );
}

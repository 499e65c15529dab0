import { desk } from '../words/en/desk.ts';
import { numberInWords } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';

type Props = {
  /** What is going on, so far. */
  readonly words: (soFar: string) => string;
  readonly count: number;
  /** Where it is known. */
  readonly total: number | undefined;
  readonly stopWords: string;
  readonly onStop: () => void;
};

/** How far it is, and a way to stop it. */
export function Progress({ words, count, total, stopWords, onStop }: Props) {
  const { partOf } = useWords('desk', desk);
  const most = total === undefined ? undefined : Math.max(total, count);
  const soFar = most ? partOf(count, most) : numberInWords(count);
  return (
    <div className="desk-progress">
      <label>
        <span>{words(soFar)}</span>
        <progress value={most && count} max={most} />
      </label>
      <button className="button-quiet" type="button" onClick={onStop}>
        {stopWords}
      </button>
    </div>
  );
}

import { numberInWords } from './in-words.ts';

type Props = {
  readonly doing: string;
  readonly count: number;
  /** Where it is known. */
  readonly total: number | undefined;
  readonly stopWords: string;
  readonly onStop: () => void;
};

/** How far it is, and a way to stop it. */
export function Progress({ doing, count, total, stopWords, onStop }: Props) {
  const most = total === undefined ? undefined : Math.max(total, count);
  const words = most ? `${numberInWords(count)} of ${numberInWords(most)}` : numberInWords(count);
  return (
    <div className="desk-progress">
      <label>
        <span>
          {doing} {words}
        </span>
        <progress value={most && count} max={most} />
      </label>
      <button className="button-quiet" type="button" onClick={onStop}>
        {stopWords}
      </button>
    </div>
  );
}

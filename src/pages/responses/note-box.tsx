import { useId, type RefObject } from 'react';
import { longestNote } from '#core/review/read-review.ts';
import { countCodePoints } from '#core/values/characters.ts';
import { directionIn } from '../../ui/text-direction.ts';
import './note-box.css';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** `''` if there is none. */
  readonly issue: string;
  readonly isRequired?: boolean;
  /** To move the focus to it. */
  readonly box: RefObject<HTMLTextAreaElement | null>;
};

/** Where owners and reviewers write: a note, a reason or a comment. */
export function NoteBox({ label, hint, text, onText, issue, isRequired, box }: Props) {
  const id = useId();
  return (
    <div className="note-box">
      <label className={isRequired ? 'label' : undefined} htmlFor={id}>
        {label}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        className="box"
        id={id}
        rows={3}
        ref={box}
        dir={directionIn(text)}
        value={text}
        required={isRequired}
        aria-describedby={`${id}-hint ${id}-issue`}
        aria-invalid={issue !== '' || undefined}
        onChange={({ target }) => onText(target.value)}
      />
      <p className="issue" id={`${id}-issue`} role="alert">
        {issue}
      </p>
    </div>
  );
}

type Sentences = { readonly missing: string; readonly tooLong: (max: number) => string };

/** What is wrong with a note; `''` if nothing is. */
export function issueOfNote(
  text: string,
  isNeeded: boolean,
  { missing, tooLong }: Sentences,
): string {
  if (countCodePoints(text) > longestNote) return tooLong(longestNote);
  return isNeeded && !text ? missing : '';
}

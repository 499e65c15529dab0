import { useState, type SyntheticEvent } from 'react';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';

type Props = {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly value: string;
  /** @param day '' for none */
  readonly onDay: (day: string) => void;
};

/** The browser withholds an invalid day, and the filter then ignores it. The person has to be told. */
export function DayBox({ onDay, ...box }: Props) {
  const { noDay } = useMessages('responses', responsesMessages);
  const [isBadInput, setIsBadInput] = useState(false);
  const checkInput = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
    setIsBadInput(currentTarget.validity.badInput);
  return (
    <>
      <input
        {...box}
        className="box"
        type="date"
        aria-invalid={isBadInput}
        onChange={(event) => {
          onDay(event.target.value);
          checkInput(event);
        }}
        onBlur={checkInput}
      />
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="hint">{isBadInput && <span>{noDay}</span>}</output>
    </>
  );
}

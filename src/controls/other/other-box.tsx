import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { directionIn } from '../../ui/text-direction.ts';
import './other-box.css';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** The text of the option that asks for one. */
export default function OtherBox({ id, name, describedBy, isInvalid, text, onText }: Props) {
  const { sayWhich } = useMessages('options', optionsMessages);
  return (
    <div className="other">
      <label className="other-label" htmlFor={id}>
        {sayWhich}
      </label>
      <input
        className="box"
        id={id}
        name={`${name}.text`}
        dir={directionIn(text)}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        aria-required
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}

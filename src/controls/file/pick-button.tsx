import type { ChangeEvent } from 'react';
import { inputAria, type Question } from '../question.ts';

type Props = {
  readonly question: Pick<Question, 'id' | 'name' | 'hint' | 'issue' | 'warning' | 'optional'>;
  /** Set for the second button of a question. */
  readonly part?: string;
  readonly label: string;
  /** What the browser's dialog offers. Whatever is chosen is checked. */
  readonly accept: string;
  readonly isMultiple: boolean;
  /** Opens the camera, where there is one. */
  readonly takes?: boolean;
  readonly onPick: (files: readonly File[]) => void;
};

/** A button that lets somebody choose files, or take a photo. */
export function PickButton({ question, part, label, accept, isMultiple, takes, onPick }: Props) {
  const { id, name } = question;
  const own = part ? `${id}-${part}` : id;
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onPick([...(target.files ?? [])]);
    // So that the same file can be chosen again.
    target.value = '';
  };
  return (
    <span className="file-pick">
      <input
        className="visually-hidden"
        id={own}
        name={part ? `${name}.${part}` : name}
        type="file"
        accept={accept}
        multiple={isMultiple}
        {...(takes && { capture: 'environment' as const })}
        {...inputAria(question)}
        aria-labelledby={`${id}-label ${own}-button`}
        onChange={pick}
      />
      <label className="button-second" id={`${own}-button`} htmlFor={own}>
        {label}
      </label>
    </span>
  );
}

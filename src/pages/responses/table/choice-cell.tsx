import './choice-cell.css';

type Props = {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
};

/** A box that chooses a row, or all rows of a page. All of the cell can be pressed. */
export function ChoiceCell({ label, isChosen, onChoose }: Props) {
  return (
    <td className="choice-cell">
      <label>
        <input
          type="checkbox"
          aria-label={label}
          checked={isChosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </label>
    </td>
  );
}

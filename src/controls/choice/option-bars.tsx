import './chart.css';

type Props = {
  readonly bars: readonly {
    readonly name: string;
    /** Beside the name. */
    readonly text: string;
    /** How full the bar is: from 0 to 1. */
    readonly share: number;
  }[];
};

/** A bar for each option. */
export function OptionBars({ bars }: Props) {
  return (
    <ul className="option-bars">
      {bars.map(({ name, text, share }) => (
        <li key={name}>
          <span>{name}</span>
          <span>{text}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none">
            <rect className="option-bar-whole" width="100" height="10" />
            <rect width={100 * share} height="10" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

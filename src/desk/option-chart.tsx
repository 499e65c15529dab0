import type { Tally } from '#core/entries/tally.ts';
import type { Options } from '#core/field.ts';
import { own } from '#core/own.ts';
import { desk } from '../words/en/desk.ts';
import { numberInWords, perLanguage } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';
import { Chart } from './chart.tsx';

const shares = perLanguage(
  (it) => new Intl.NumberFormat(it, { style: 'percent', maximumFractionDigits: 0 }),
);

type Props = { readonly label: string; readonly options: Options; readonly tally: Tally };

/** How many chose what: a bar each, as long as its share of those who answered. */
export function OptionChart({ label, options, tally }: Props) {
  const said = useWords('desk', desk);
  const { answered } = tally;
  const bars = Object.entries(tally.options ?? {}).map(([value, count]) => {
    const share = answered === 0 ? 0 : count / answered;
    const words = `${numberInWords(count)} (${shares().format(share)})`;
    return { name: own(options, value) ?? value, share, words };
  });
  return (
    <Chart
      title={label}
      inShort={said.answeredBy(answered)}
      head={[said.answer, said.responses]}
      rows={bars.map(({ name, words }) => [name, words])}
    >
      <ul className="desk-options">
        {bars.map(({ name, share, words }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{words}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect className="desk-bar-bed" width="100" height="10" />
              <rect width={100 * share} height="10" />
            </svg>
          </li>
        ))}
      </ul>
    </Chart>
  );
}

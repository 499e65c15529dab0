import { getOwn } from '#core/values/own-property.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import './chart.css';

const shares = perLocale(
  (it) => new Intl.NumberFormat(it, { style: 'percent', maximumFractionDigits: 0 }),
);

/** Answers per option, as bars: the share of those who answered. */
export function OptionsChart({ label, options, tally }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  if (!options || !tally?.options) return null;
  const { answered } = tally;
  const bars = Object.entries(tally.options).map(([value, count]) => {
    const share = answered === 0 ? 0 : count / answered;
    const text = `${formatNumber(count)} (${shares().format(share)})`;
    return { name: getOwn(options, value) ?? value, share, text };
  });
  return (
    <ChartFigure
      title={label}
      summary={messages.answeredBy(answered)}
      head={[messages.answer, messages.responses]}
      rows={bars.map(({ name, text }) => [name, text])}
    >
      <ul className="option-bars">
        {bars.map(({ name, share, text }) => (
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
    </ChartFigure>
  );
}

import type { Tally } from '#core/summary/tally.ts';
import type { Options } from '#core/form/field.ts';
import { getOwn } from '#core/values/own-property.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../../messages/number-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ChartFigure } from './chart-figure.tsx';

const shares = perLocale(
  (it) => new Intl.NumberFormat(it, { style: 'percent', maximumFractionDigits: 0 }),
);

type Props = { readonly label: string; readonly options: Options; readonly tally: Tally };

/** Answers per option, as bars: the share of those who answered. */
export function OptionChart({ label, options, tally }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { answered } = tally;
  const bars = Object.entries(tally.options ?? {}).map(([value, count]) => {
    const share = answered === 0 ? 0 : count / answered;
    const text = `${formatNumber(count)} (${shares().format(share)})`;
    return { name: getOwn(options, value) ?? value, share, words: text };
  });
  return (
    <ChartFigure
      title={label}
      summary={messages.answeredBy(answered)}
      head={[messages.answer, messages.responses]}
      rows={bars.map(({ name, words: text }) => [name, text])}
    >
      <ul className="responses-options">
        {bars.map(({ name, share, words: text }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{text}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect className="responses-bar-bed" width="100" height="10" />
              <rect width={100 * share} height="10" />
            </svg>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

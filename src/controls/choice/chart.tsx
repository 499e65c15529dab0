import { getOwn } from '#core/values/own-property.ts';
import { optionLabel, optionValues, otherText } from '#core/form/options.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import { OptionBars } from './option-bars.tsx';
import './chart.css';

const shares = perLocale(
  (it) => new Intl.NumberFormat(it, { style: 'percent', maximumFractionDigits: 0 }),
);

/** Answers per option, as bars: the share of those who answered. @param more what else there is to say */
export function OptionsChart(props: ChartProps & { readonly more?: string }) {
  const { label, control, options, tally, answers, more = '' } = props;
  const messages = useMessages('responses', responsesMessages);
  if (!options || !tally?.options) return null;
  const { answered, relevant, options: counts } = tally;
  const other = ('other' in control && control.other) || '';
  const otherLabel = optionLabel(options, other) ?? other;
  const texts = other ? mostFrequentTexts(answers) : [];
  // Removed options come last.
  const values = new Set([...optionValues(options), ...Object.keys(counts)]);
  const bars = [...values].map((value) => {
    const count = getOwn(counts, value) ?? 0;
    const share = answered === 0 ? 0 : count / answered;
    const text = `${formatNumber(count)} (${shares().format(share)})`;
    return { name: optionLabel(options, value) ?? value, share, text };
  });
  return (
    <ChartFigure
      title={label}
      summary={`${messages.answeredBy(answered, relevant)} ${more}`.trim()}
      head={[messages.answer, messages.responses]}
      rows={[
        ...bars.map(({ name, text }) => [name, text] as const),
        ...texts.map(([said, count]) => [`${otherLabel}: ${said}`, formatNumber(count)] as const),
      ]}
    >
      <OptionBars bars={bars} />
      {texts.length > 0 && (
        <div className="option-texts">
          <p>{messages.otherAnswers(otherLabel)}</p>
          <ul>
            {texts.map(([said, count]) => (
              <li key={said} translate="no">
                <bdi>{said}</bdi>
                <span>{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </ChartFigure>
  );
}

/** As many as fit below a chart. */
const mostTexts = 10;

/** What was said most often where an option asks for a text, in the answers that are loaded. */
function mostFrequentTexts(answers: readonly unknown[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const said of answers.flatMap((it) => otherText(it) ?? []))
    counts.set(said, (counts.get(said) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).slice(0, mostTexts);
}

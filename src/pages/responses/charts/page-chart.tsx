import type { Form } from '#core/form/define-form.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { answeredByPage } from '#core/summary/answered-by-page.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import { OptionBars } from '../../../controls/choice/option-bars.tsx';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { formatNumber, perLocale } from '../../../messages/number-format.ts';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';

type Props = { readonly form: Form; readonly summary: Pick<Summary, 'count' | 'fields'> };

const shares = perLocale(
  (it) => new Intl.NumberFormat(it, { style: 'percent', maximumFractionDigits: 0 }),
);

/** Of a form of several pages: how much of each is answered. */
export function PageChart({ form, summary }: Props) {
  const messages = useMessages('table', tableMessages);
  const pages = answeredByPage(form, summary);
  if (pages.length < 2) return null;
  const bars = pages.map(({ title, relevant, answered }, i) => {
    const share = relevant === 0 ? 0 : answered / relevant;
    const text = `${messages.answeredOf(answered, relevant)} (${shares().format(share)})`;
    // Two pages may have one title.
    return { name: `${formatNumber(i + 1)}. ${withFallbacks(title)}`, share, text };
  });
  return (
    <ChartFigure
      title={messages.answeredByPage}
      summary={messages.onlyWhatWasSent}
      head={[messages.page, messages.questionsAnswered]}
      rows={bars.map(({ name, text }) => [name, text] as const)}
    >
      <OptionBars bars={bars} />
    </ChartFigure>
  );
}

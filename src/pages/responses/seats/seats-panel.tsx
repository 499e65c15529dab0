import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Field } from '#core/form/field.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { optionLabel } from '#core/form/options.ts';
import type { Taken } from '#core/limits/seats-left.ts';
import { countersOf } from '#core/limits/seats.ts';
import { getOwn } from '#core/values/own-property.ts';
import { useDeps } from '../../../deps.ts';
import { leftOf, readSeats, type Seats } from '../../../form/seats/read-seats.ts';
import { limitsMessages } from '../../../messages/en/limits.ts';
import { useMessages } from '../../../messages/locale.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import './seats-panel.css';

type Props = {
  readonly form: Form;
  /** The owner who asks. */
  readonly username: string;
};

/** How many seats of a form are taken, for its owners. Shows nothing if none are counted, or only those of each person. */
export default function SeatsPanel({ form, username }: Props) {
  const { entries, perOption } = form.limits ?? {};
  const isCounted =
    countersOf({ limits: { ...(entries && { entries }), ...(perOption && { perOption }) } }).size >
    0;
  return isCounted ? <Counted form={form} username={username} /> : null;
}

function Counted({ form, username }: Props) {
  const { call } = useDeps();
  const messages = useMessages('limits', limitsMessages);
  const [seats, setSeats] = useState<Seats | 'not-read'>();
  const { id } = form;
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const found = await readSeats(call, id, username);
      if (isWanted) setSeats(found ?? 'not-read');
    };
    void read();
    return () => void (isWanted = false);
  }, [call, id, username]);
  if (!seats) return null;
  if (seats === 'not-read') return <p role="alert">{messages.notRead}</p>;
  const { entries, perOption = {} } = seats;
  return (
    <details className="seats-panel">
      <summary>
        {entries ? `${messages.entriesTaken}: ${takenText(entries, messages)}` : messages.seats}
      </summary>
      <p className="hint">{messages.aboutSeats}</p>
      {Object.entries(perOption).map(([field, counts]) => (
        <OptionCounts key={field} field={getOwn<Field>(form.fields, field)} counts={counts} />
      ))}
    </details>
  );
}

type CountsProps = {
  readonly field: Field | undefined;
  readonly counts: { readonly [option: string]: Taken };
};

/** The options of one question. */
function OptionCounts({ field, counts }: CountsProps) {
  const messages = useMessages('limits', limitsMessages);
  if (!field) return null;
  const options = 'options' in field.control ? field.control.options : [];
  return (
    <>
      <h2>{withFallbacks(field.label)}</h2>
      <dl>
        {Object.entries(counts).map(([option, count]) => (
          <div key={option}>
            <dt dir="auto">{optionLabel(options, option) ?? option}</dt>
            <dd>{takenText(count, messages)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function takenText(count: Taken, { taken, takenFull }: typeof limitsMessages): string {
  const text = leftOf(count) > 0 ? taken : takenFull;
  return text(formatNumber(count.taken), formatNumber(count.max));
}

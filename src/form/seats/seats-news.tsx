import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { optionLabel } from '#core/form/options.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Field } from '#core/form/field.ts';
import { limitsMessages } from '../../messages/en/limits.ts';
import { useMessages } from '../../messages/locale.ts';
import { leftOf, type Seats } from './read-seats.ts';
import { entriesText } from './seats-notice.tsx';

type Props = {
  readonly form: Form;
  readonly seats: Seats | undefined;
  /** Whether it is a new entry, and not one that has its seats. */
  readonly isNew: boolean;
};

/** Milliseconds that a text stays for a screen reader, before it would be in the way of who reads the page. */
const announced = 5000;

/**
 * Says to a screen reader how many seats there are, once, and then only what has become full: the numbers on the page
 * change with each reading.
 */
export function SeatsNews({ form, seats, isNew }: Props) {
  const messages = useMessages('limits', limitsMessages);
  const news = seats && newsOf({ form, seats, isNew }, messages);
  const [latest, setLatest] = useState<{ readonly of?: string | undefined; readonly text: string }>(
    { text: '' },
  );
  if (news && news.of !== latest.of) setLatest(news);
  const { text } = latest;
  useEffect(() => {
    if (!text) return undefined;
    const timer = setTimeout(() => setLatest((it) => ({ ...it, text: '' })), announced);
    return () => clearTimeout(timer);
  }, [text]);
  return <output className="visually-hidden">{seats && text}</output>;
}

/** What to say, and of what: the same is said once. */
function newsOf(
  { form, seats, isNew }: Props & { readonly seats: Seats },
  messages: typeof limitsMessages,
): { readonly of: string; readonly text: string } {
  const options = Object.entries(seats.perOption ?? {}).flatMap(([field, counts]) =>
    Object.entries(counts).flatMap(([option, it]) =>
      leftOf(it) === 0 ? [labelOf(form, field, option)] : [],
    ),
  );
  const entries = isNew ? seats.entries : undefined;
  const full = options.length > 0 ? messages.nowFull(options.join(', ')) : '';
  const text = [entries && entriesText(entries, messages), full].filter(Boolean).join(' ');
  return { of: `${entries && leftOf(entries) === 0} ${full}`, text };
}

function labelOf({ fields }: Form, field: string, option: string): string {
  const { control } = getOwn<Field>(fields, field) ?? {};
  const options = control && 'options' in control ? control.options : [];
  return optionLabel(options, option) ?? option;
}

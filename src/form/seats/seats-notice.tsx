import type { Form } from '#core/form/define-form.ts';
import { limitsMessages } from '../../messages/en/limits.ts';
import { useMessages } from '../../messages/locale.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { entriesPath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { leftOf, type Seats } from './read-seats.ts';

type Props = { readonly form: Form; readonly seats: Seats };

/** How many entries a form accepts yet, before somebody fills it in. A hint: others may be quicker. */
export function SeatsNotice({ form, seats: { entries, perAuthor } }: Props) {
  const messages = useMessages('limits', limitsMessages);
  if (perAuthor && leftOf(perAuthor) === 0)
    return (
      <div>
        <Notice tone="waiting" heading={messages.noMoreOfYours}>
          <Link href={entriesPath(form.id)}>{messages.myEntries}</Link>
        </Notice>
      </div>
    );
  if (!entries) return null;
  return leftOf(entries) > 0 ? (
    <p className="hint">{entriesText(entries, messages)}</p>
  ) : (
    <div>
      <Notice tone="waiting" heading={messages.full}>
        {entriesText(entries, messages)}
      </Notice>
    </div>
  );
}

/** How many entries are left, as a sentence. */
export function entriesText(
  entries: NonNullable<Seats['entries']>,
  { entriesLeft, isFull }: Pick<typeof limitsMessages, 'entriesLeft' | 'isFull'>,
): string {
  const max = formatNumber(entries.max);
  const left = leftOf(entries);
  return left > 0 ? entriesLeft(formatNumber(left), max) : isFull(max);
}

import { formatDate, formatDateTime } from '../messages/date-format.ts';

type Props = { readonly at: string; readonly only?: 'date' };

/** A date and time in the reader's locale and time zone. */
export function LocalTime({ at, only }: Props) {
  return <time dateTime={at}>{only ? formatDate(at) : formatDateTime(at, 'long')}</time>;
}

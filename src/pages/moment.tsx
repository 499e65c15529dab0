const inWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
const dateInWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const timeInWords = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

type Props = { readonly at: string; readonly only?: 'date' | 'time' };

/** A moment as people here write it, in their own time zone. */
export function Moment({ at, only }: Props) {
  const time = new Date(at);
  const format = only === 'time' ? timeInWords : only === 'date' ? dateInWords : inWords;
  return <time dateTime={at}>{Number.isNaN(time.getTime()) ? at : format.format(time)}</time>;
}

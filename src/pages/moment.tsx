const inWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
const timeInWords = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

type Props = { readonly at: string; readonly timeOnly?: boolean };

/** A moment as people here write it, in their own time zone. */
export function Moment({ at, timeOnly }: Props) {
  const time = new Date(at);
  const format = timeOnly ? timeInWords : inWords;
  return <time dateTime={at}>{Number.isNaN(time.getTime()) ? at : format.format(time)}</time>;
}

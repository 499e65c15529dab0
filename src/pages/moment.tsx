const inWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** A moment as people here write it, in their own time zone. */
export function Moment({ at }: { readonly at: string }) {
  const time = new Date(at);
  return <time dateTime={at}>{Number.isNaN(time.getTime()) ? at : inWords.format(time)}</time>;
}

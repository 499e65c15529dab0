import { dateInWords, momentInWords } from '../words/moments.ts';

type Props = { readonly at: string; readonly only?: 'date' };

/** A moment as people here write it, in their own time zone. */
export function Moment({ at, only }: Props) {
  return <time dateTime={at}>{only ? dateInWords(at) : momentInWords(at, 'long')}</time>;
}

import type { Form } from '#core/form.ts';
import { own } from '#core/own.ts';
import { isRecord } from '../cloud/told.ts';
import { sent } from '../words/en/sent.ts';
import { numberInWords } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';

type Props = { readonly form: Form; readonly facts: Readonly<Record<string, unknown>> };

/** What the server said of an entry, in pairs: parts of a list, which is around them. */
export function ReceiptFacts({ form, facts }: Props) {
  const words = useWords('sent', sent);
  return Object.entries(facts).map(([key, value]) => (
    <div key={key}>
      <dt>{keyInWords(form, key)}</dt>
      <dd dir="auto">{valueInWords(form, value, words)}</dd>
    </div>
  ));
}

/** `PwaUserId` → "Pwa user id", unless the form says otherwise: a receipt's keys belong to the API, its words to the page. */
function keyInWords({ receiptWords = {} }: Form, key: string): string {
  const known = own(receiptWords, key);
  if (known !== undefined) return known;
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueInWords(form: Form, value: unknown, words: typeof sent): string {
  if (Array.isArray(value))
    return value.map((it) => valueInWords(form, it, words)).join(words.comma);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberInWords(value);
  if (typeof value === 'string') return own(form.receiptWords, value) ?? value;
  if (!isRecord(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, it]) => `${keyInWords(form, key)}: ${valueInWords(form, it, words)}`)
    .join(words.comma);
}

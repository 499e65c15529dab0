import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { isRecord, type Told } from '../cloud/told.ts';
import { Page } from '../shell/page.tsx';
import { sent } from '../words/en/sent.ts';
import { numberInWords } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';
import { Moment } from './moment.tsx';

type Props = {
  readonly form: Form;
  readonly entry: Told;
  /** When it was delivered, by this device's clock; by the server's when left out. */
  readonly at?: string;
  readonly onAnother: () => void;
};

/** What a person gets for an entry that arrived: the form's receipt, whatever it holds. */
export default function Receipt({ form, entry, at = entry.createdAt, onAnother }: Props) {
  const words = useWords('sent', sent);
  const address = confirmationAddress(form, entry);
  return (
    <Page
      heading={words.delivered}
      title={words.deliveredTitle(form.title)}
      lead={thanksFor(form, entry)}
      tick
    >
      <dl className="facts">
        {Object.entries(entry.receipt).map(([key, value]) => (
          <div key={key}>
            <dt>{keyInWords(form, key)}</dt>
            <dd dir="auto">{valueInWords(form, value, words)}</dd>
          </div>
        ))}
        <div>
          <dt>{words.delivered}</dt>
          <dd>
            <Moment at={at} />
          </dd>
        </div>
        {address && (
          <div>
            <dt>{words.confirmation}</dt>
            <dd>{words.mailTo(address)}</dd>
          </div>
        )}
      </dl>
      <div className="actions">
        <button className="button" type="button" onClick={onAnother}>
          {words.sendAnother}
        </button>
        <Link className="button-second" href={`/${form.id}/entries`}>
          {words.myEntries}
        </Link>
      </div>
    </Page>
  );
}

/** Where the server writes to, if the form confirms its entries. Changes to them are not confirmed. */
function confirmationAddress(form: Form, entry: Told): string | undefined {
  try {
    return entry.version === 1 ? form.confirmation?.to(entry) : undefined;
  } catch {
    // Answers to another version of the form.
    return undefined;
  }
}

/** A server of another version may have chosen what this form cannot speak of. */
function thanksFor(form: Form, entry: Told): string | undefined {
  try {
    return form.thanks?.(entry);
  } catch {
    return undefined;
  }
}

/** `PwaUserId` → "Pwa user id", unless the form says otherwise: a receipt's keys belong to the API, its words to the page. */
function keyInWords({ receiptWords = {} }: Form, key: string): string {
  const known = receiptWords[key];
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
  if (typeof value === 'string') return form.receiptWords?.[value] ?? value;
  if (!isRecord(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, it]) => `${keyInWords(form, key)}: ${valueInWords(form, it, words)}`)
    .join(words.comma);
}

import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { isRecord, type Told } from '../cloud/told.ts';
import { Page } from '../shell/page.tsx';
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
  const address = confirmationAddress(form, entry);
  return (
    <Page heading="Delivered" title={`Delivered: ${form.title}`} lead={thanksFor(form, entry)} tick>
      <dl className="facts">
        {Object.entries(entry.receipt).map(([key, value]) => (
          <div key={key}>
            <dt>{keyInWords(key)}</dt>
            <dd>{valueInWords(value)}</dd>
          </div>
        ))}
        <div>
          <dt>Delivered</dt>
          <dd>
            <Moment at={at} />
          </dd>
        </div>
        {address && (
          <div>
            <dt>Confirmation</dt>
            <dd>A mail is on its way to {address}</dd>
          </div>
        )}
      </dl>
      <div className="actions">
        <button className="button" type="button" onClick={onAnother}>
          Send another
        </button>
        <Link className="button-second" href={`/${form.id}/entries`}>
          My entries
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

/** `PwaUserId` → "Pwa user id": a receipt's keys belong to the API, its words to the page. */
function keyInWords(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (!isRecord(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([key, it]) => `${keyInWords(key)}: ${valueInWords(it)}`)
    .join(', ');
}

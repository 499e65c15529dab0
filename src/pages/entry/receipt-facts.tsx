import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { isRecord } from '#core/values/is-record.ts';
import { sent } from '../../messages/en/sent.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = { readonly form: Form; readonly facts: Readonly<Record<string, unknown>> };

/** What the server added to an entry and the form has a label for, as pairs. Goes inside a `<dl>`. */
export function ReceiptFacts({ form, facts }: Props) {
  const messages = useMessages('sent', sent);
  const labelled = Object.entries(facts).filter(([key]) => getOwn(form.receiptLabels, key));
  return labelled.map(([key, value]) => (
    <div key={key}>
      <dt>{keyText(form, key)}</dt>
      <dd dir="auto">{valueText(form, value, messages)}</dd>
    </div>
  ));
}

/** The form's label. A key inside a value may have none: `PickupTime` → "Pickup time". */
function keyText({ receiptLabels = {} }: Form, key: string): string {
  const known = getOwn(receiptLabels, key);
  if (known !== undefined) return known;
  const text = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function valueText(form: Form, value: unknown, messages: typeof sent): string {
  if (Array.isArray(value))
    return value.map((it) => valueText(form, it, messages)).join(messages.comma);
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return getOwn(form.receiptLabels, value) ?? value;
  if (!isRecord(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, it]) => `${keyText(form, key)}: ${valueText(form, it, messages)}`)
    .join(messages.comma);
}

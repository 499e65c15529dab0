import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { prefillMessages } from '../../messages/en/prefill.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import './link-notice.css';

/** What became of a link’s answers: the names of fields. */
export type LinkOutcome = {
  readonly filled: readonly string[];
  /** The draft had another answer, which stays. */
  readonly answered: readonly string[];
  readonly refused: readonly string[];
};

type Props = { readonly form: Form; readonly outcome: LinkOutcome };

/** A quiet note on what the link has filled in, and what it could not. It never repeats a value. */
export function LinkNotice({ form, outcome }: Props) {
  const messages = useMessages('prefill', prefillMessages);
  const { comma } = useMessages('sent', sent);
  const labelsOf = (names: readonly string[]) =>
    names.map((name) => withFallbacks(getOwn(form.fields, name)?.label ?? '')).join(comma);
  const sentences = (['filled', 'answered', 'refused'] as const).filter(
    (it) => outcome[it].length > 0,
  );
  return (
    <div className="hint link-notice">
      {sentences.map((it) => (
        <p key={it}>{messages[it](labelsOf(outcome[it]))}</p>
      ))}
    </div>
  );
}

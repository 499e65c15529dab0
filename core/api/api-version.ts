import type { EntryKey } from '../entries/store/entry-store.ts';
import { inCurrentVersion } from '../form/current-entry.ts';
import type { Form } from '../form/define-form.ts';
import type { OnFormError } from '../form/safe-call.ts';
import { notRelevantIn } from '../logic/not-relevant.ts';
import type { EntryVersion } from '../versions/entry-version.ts';

/** Converts a version of an entry to the JSON of the API, for its author: an owner's reason, but not their name. */
export function toApiVersion(
  form: Form,
  { key, version }: { readonly key: EntryKey; readonly version: EntryVersion },
  onFormError?: OnFormError,
): Readonly<Record<string, unknown>> {
  const { at, correction } = version;
  const entry = inCurrentVersion(
    form,
    { ...key, ...version, createdAt: at, updatedAt: at },
    onFormError,
  );
  const notRelevant = entry.formVersion === form.version ? [...notRelevantIn(form, entry)] : [];
  return {
    version: version.version,
    at,
    formVersion: entry.formVersion,
    answers: entry.answers,
    ...(notRelevant.length > 0 && { notRelevant }),
    ...(correction && { correction: { reason: correction.reason } }),
  };
}

/** The same for whoever reads everyone's responses. */
export function toApiResponseVersion(
  form: Form,
  of: { readonly key: EntryKey; readonly version: EntryVersion },
  onFormError?: OnFormError,
): Readonly<Record<string, unknown>> {
  const { correction } = of.version;
  return { ...toApiVersion(form, of, onFormError), ...(correction && { correction }) };
}

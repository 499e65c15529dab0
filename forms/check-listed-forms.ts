import { assertValidWebhooks } from '#core/events/check-webhooks.ts';
import { assertValidForms } from '#core/form/check-forms.ts';
import { loadFields } from '#core/form/define-form.ts';
import { forms } from './index.ts';
import { reservedIds } from './reserved-ids.ts';
import { webhooks } from './webhooks.ts';

/**
 * Throws if a form of this deployment is not valid, a list of its options, which is loaded first, or a webhook. Called before
 * the backend is synthesized and before the app is built.
 */
export async function assertFormsAreValid(): Promise<void> {
  // What is no form cannot be loaded either, and is reported in a sentence.
  const loaded = await Promise.allSettled(forms.map(async (it) => loadFields(it)));
  assertValidForms({ forms, reservedIds });
  assertValidWebhooks(webhooks, forms);
  const failure = loaded.find((it) => it.status === 'rejected');
  if (failure) throw failure.reason;
}

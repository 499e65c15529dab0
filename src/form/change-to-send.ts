import { hasLogic } from '#core/logic/has-logic.ts';
import type { ChangeToSend } from '../outbox/delivery/deliver.ts';
import type { FillTarget, Sent } from './fill-target.ts';

/** The change to send directly, without the outbox. */
export function changeToSend(
  { form, entry, toSend }: FillTarget,
  { id, answers, base, author, isHoneypotFilled }: Sent & { readonly author: string },
): ChangeToSend {
  const { version: ifVersion, begunOn } = base;
  const common = {
    id,
    answers,
    author,
    form: form.id,
    formVersion: form.version,
    ...(isHoneypotFilled && { isHoneypotFilled }),
    ...(begunOn !== undefined && hasLogic(form) && { begunOn }),
  };
  if (!entry) return { ...common, kind: 'submit', entry: id };
  return {
    ...common,
    kind: 'revise',
    entry: entry.id,
    ...(ifVersion !== undefined && { ifVersion }),
    ...toSend?.(),
  };
}

import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import { nobody } from '../../../cloud/session/identity.ts';
import { useDeps } from '../../../deps.ts';
import { entries } from '../../../messages/en/entries.ts';
import { failures } from '../../../messages/en/failures.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';

type Props = { readonly form: Form; readonly token: string };

type State = 'ready' | 'working' | 'verified' | ApiFailure;

/**
 * For whoever opens the link in a mail that asks whether an address is theirs. They say so by pressing a button: a link
 * alone is opened by many programs that look for viruses.
 */
export function AddressToVerify({ form, token }: Props) {
  const { verification: messages } = useMessages('entries', entries);
  const { why } = useMessages('failures', failures);
  const { call } = useDeps();
  const [state, setState] = useState<State>('ready');

  async function verify() {
    setState('working');
    const replied = await call('verifyAddress', { form: form.id }, { as: nobody, body: { token } });
    setState(replied.ok ? 'verified' : replied.problem);
  }

  if (state === 'verified')
    return (
      <Page heading={messages.verified} title={messages.verified} lead={form.title} hasTick>
        <p>{messages.onItsWay}</p>
        <p>{messages.onYourDevice}</p>
      </Page>
    );
  const failure = typeof state === 'string' ? undefined : state;
  const final = failure?.is === 'refused' ? getOwn(messages.refused, failure.code) : undefined;
  if (final)
    return (
      <Page heading={final.heading} title={final.heading} lead={form.title}>
        <p role="alert">{final.explanation}</p>
      </Page>
    );
  return (
    <Page heading={messages.heading} title={messages.heading} lead={form.title}>
      <p>{messages.why(form.title)}</p>
      <p>{messages.otherwise}</p>
      <output>
        {failure && (
          <Notice tone="attention" heading={messages.failed}>
            {why[failureReasonOf(failure)]}
          </Notice>
        )}
      </output>
      <p className="actions">
        <button
          className="button"
          type="button"
          aria-disabled={state === 'working'}
          onClick={() => state !== 'working' && void verify()}
        >
          {state === 'working' ? messages.verifying : messages.verify}
        </button>
      </p>
    </Page>
  );
}

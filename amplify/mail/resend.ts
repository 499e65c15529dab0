import type { Mail } from '#core/confirmation.ts';
import type { Attempt, Provider } from './provider.ts';

type Setting = {
  /** `https://api.resend.com`, or whoever speaks as it does. */
  readonly url: string;
  readonly from: string;
  /** Asked at each attempt: Amplify reads the secret again every minute. */
  readonly key: () => string;
  /** Milliseconds until an attempt counts as lost. */
  readonly patience: number;
};

type Refusal = { readonly name?: unknown };

/** Resend's API by plain HTTP: https://resend.com/docs/api-reference/emails/send-email */
export function createResend({ url, from, key, patience }: Setting): Provider {
  async function post({ to, subject, text, html }: Mail, idempotencyKey: string): Promise<Attempt> {
    const response = await fetch(`${url}/emails`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key()}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
      },
      body: JSON.stringify({ from, to, subject, text, html }),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    if (response.ok) {
      await response.arrayBuffer();
      return { is: 'sent' };
    }
    const { name } = (await response.json().catch(() => ({}))) as Refusal;
    return refusal(response, typeof name === 'string' ? name : '');
  }

  return {
    // A connection that broke may have broken after the mail was taken: the key makes up for it.
    send: (mail, idempotencyKey) =>
      post(mail, idempotencyKey).catch(() => ({ is: 'later', code: 'no_answer' })),
  };
}

/** Not about the one mail, though its status says so. */
const aboutTheSender = 'invalid_from_address';

/** The key is in use at this very moment. */
const atTheSameTime = 'concurrent_idempotent_requests';

/** https://resend.com/docs/api-reference/errors */
function refusal({ status, headers }: Response, name: string): Attempt {
  const code = /^\w{1,64}$/.test(name) ? name : `http_${status}`;
  if (status === 408 || status === 429 || status >= 500 || name === atTheSameTime) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return { is: 'later', code, ...(seconds >= 0 && { wait: seconds * 1000 }) };
  }
  const isAboutThisMail = [400, 409, 413, 422].includes(status) && name !== aboutTheSender;
  return { is: isAboutThisMail ? 'refused' : 'stuck', code };
}

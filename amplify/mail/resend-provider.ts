import type { ReadyMail } from './compose-mails.ts';
import type { SendResult, MailProvider } from './mail-provider.ts';

type ResendOptions = {
  /** `https://api.resend.com`, or a compatible server. */
  readonly url: string;
  readonly from: string;
  /** Read at each attempt, because Amplify refreshes the secret every minute. */
  readonly key: () => string;
  /** Milliseconds until an attempt is given up. */
  readonly timeout: number;
};

type ErrorBody = { readonly name?: unknown };

/** Resend's API by plain HTTP: https://resend.com/docs/api-reference/emails/send-email */
export function createResendProvider({ url, from, key, timeout }: ResendOptions): MailProvider {
  async function post(
    { to, subject, text, html }: ReadyMail,
    idempotencyKey: string,
  ): Promise<SendResult> {
    const response = await fetch(`${url}/emails`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key()}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
      },
      body: JSON.stringify({ from, to, subject, text, html }),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    });
    if (response.ok) {
      await response.arrayBuffer();
      return { is: 'sent' };
    }
    const { name } = (await response.json().catch(() => ({}))) as ErrorBody;
    return toSendResult(response, typeof name === 'string' ? name : '');
  }

  return {
    // The connection may have failed after the mail was accepted. The key prevents a second mail.
    send: (mail, idempotencyKey) =>
      post(mail, idempotencyKey).catch(() => ({ is: 'later', code: 'no_answer' })),
  };
}

/** A problem with the setup, although its status looks like a problem with this mail. */
const senderErrorName = 'invalid_from_address';

/** Another request with the same key is in progress. */
const concurrentErrorName = 'concurrent_idempotent_requests';

/** https://resend.com/docs/api-reference/errors */
function toSendResult({ status, headers }: Response, name: string): SendResult {
  const code = /^\w{1,64}$/.test(name) ? name : `http_${status}`;
  if (status === 408 || status === 429 || status >= 500 || name === concurrentErrorName) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return { is: 'later', code, ...(seconds >= 0 && { wait: seconds * 1000 }) };
  }
  const isAboutThisMail = [400, 409, 413, 422].includes(status) && name !== senderErrorName;
  return { is: isAboutThisMail ? 'refused' : 'blocked', code };
}

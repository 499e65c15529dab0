import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalBackend } from '../../packages/amplify-local/start-backend.ts';

/** An entry that is sent without an account, from an address of this machine. */
export type OpenPost = {
  readonly from: string;
  readonly deviceKey: string;
  readonly entry: string;
  readonly answers: object;
  readonly shield?: string | undefined;
};

/** Posts to a form, and waits while the gateway is busy, as the outbox does. @returns the last status */
export async function postFrom(
  { apiUrl }: Pick<LocalBackend, 'apiUrl'>,
  form: string,
  post: OpenPost,
): Promise<number> {
  const url = new URL(`open/${form}`, apiUrl.replace(/\/*$/, '/'));
  for (let attempt = 0; ; attempt += 1) {
    const status = await postOnce(url, post);
    if (status !== 429 || attempt === 100) return status;
    await sleep(300 + 700 * Math.random());
  }
}

/** Not `fetch`, which cannot choose the address that it sends from. */
function postOnce(url: URL, post: OpenPost): Promise<number> {
  const { from, deviceKey, entry, answers, shield } = post;
  const headers = {
    'Content-Type': 'application/json',
    'Device-Key': deviceKey,
    'Idempotency-Key': entry,
    ...(shield !== undefined && { Shield: shield }),
  };
  return new Promise((resolve, reject) => {
    // A connection for each: one that is kept open may be closed just when it is used again.
    const options = { method: 'POST', localAddress: from, headers, agent: false };
    const sent = request(url, options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(answers));
  });
}

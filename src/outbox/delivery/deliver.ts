import { err, ok, type Result } from '#core/values/result.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';
import { parseApiEntry, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { notFromOurApi, type ApiFailure } from '../../cloud/api/api-failure.ts';
import { nobody } from '../../cloud/session/identity.ts';
import type { Beside, QueuedChange } from '../changes/queued-change.ts';

/** The part of a change that the server needs. */
export type ChangeToSend = Pick<
  QueuedChange,
  | 'id'
  | 'kind'
  | 'entry'
  | 'form'
  | 'formVersion'
  | 'begunOn'
  | 'author'
  | 'answers'
  | 'ifVersion'
  | 'invitation'
  | 'isHoneypotFilled'
  | 'review'
  | 'beside'
  | 'correction'
> & { readonly savedAt?: string };

/** Sends one change, with its author's token and no other. Gives the entry as it is then, if there still is one. */
export type Deliver = (change: ChangeToSend) => Promise<Result<ApiEntry | undefined, ApiFailure>>;

/** @param shieldOf what this device says about an entry without an account */
export function createDeliver(
  call: ApiCaller,
  shieldOf: (change: ChangeToSend) => Promise<string>,
): Deliver {
  return async (change) => {
    const { id, kind, entry, form, formVersion, begunOn, author, answers, ifVersion, savedAt } =
      change;
    const { invitation, review, beside = review, correction } = change;
    if (beside) {
      const { username, id: of, comment, ...body } = { comment: '', ...beside };
      const request = { as: author, headers: { 'Idempotency-Key': id }, body };
      const stored = await call(
        kind as Beside['kind'],
        { form, username, id: of, comment },
        request,
      );
      if (!stored.ok) return stored;
      const isStored = isRecord(stored.value) && stored.value['id'] === (comment || id);
      return isStored ? ok(undefined) : notFromOurApi;
    }
    const isOpenSubmission = kind === 'submit' && author === nobody && !invitation;
    const shield = isOpenSubmission && (await shieldOf(change).catch(() => undefined));
    // A part of the app could not be loaded.
    if (shield === undefined) return err({ is: 'unreachable' });
    const headers = {
      ...(shield && { Shield: shield }),
      'Idempotency-Key': id,
      ...(answers && { 'Form-Version': String(formVersion) }),
      ...(answers && begunOn !== undefined && { 'Begun-On': begunOn }),
      // A form that has closed accepts what was saved before.
      ...(answers && savedAt !== undefined && { 'Saved-At': savedAt }),
      // Only new answers can conflict: withdrawing an entry applies to whatever it says by now.
      ...((kind === 'revise' || correction) &&
        ifVersion !== undefined && { 'If-Match': `"${ifVersion}"` }),
    };
    const body = correction ? { answers, reason: correction.reason } : answers;
    const request = { as: author, invitation, headers, ...(body && { body }) };
    const route = kind === 'erase' ? 'withdraw' : kind;
    const query = kind === 'erase' ? { query: '?permanent=true' } : {};
    const { username = '', id: ofEntry = entry } = correction ?? {};
    const parameters = { form, username, id: ofEntry };
    const response = await call(route, parameters, { ...request, ...query });
    if (!response.ok) return response;
    if (route === 'withdraw')
      return confirmsWithdrawal(response.value) ? ok(undefined) : notFromOurApi;
    const apiEntry = parseApiEntry(response.value);
    return apiEntry?.id === ofEntry ? ok(apiEntry) : notFromOurApi;
  };
}

/** An API that is older than this app answers `deleted`. */
function confirmsWithdrawal(body: unknown): boolean {
  return isRecord(body) && (body['withdrawn'] === true || body['deleted'] === true);
}

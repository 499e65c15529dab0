import {
  invitedStates,
  type InvitedState,
  type ListedInvited,
} from '#core/invitations/list-invited.ts';
import type { MailedLinks } from '#core/invitations/mail-links.ts';
import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { PersonToInvite } from './people-in-csv.ts';

export type MadeLink = { readonly position: string; readonly token: string };

export type InvitedPage = {
  readonly invited: readonly ListedInvited[];
  readonly cursor: string | undefined;
};

export type InvitationsApi = {
  /** @param batch its key is made before the first attempt, so that a second one makes the same links */
  make(batch: Batch): Promise<Result<readonly MadeLink[], ApiFailure>>;
  list(cursor?: string): Promise<Result<InvitedPage, ApiFailure>>;
  setRevoked(position: string, revoked: boolean): Promise<Result<InvitedState, ApiFailure>>;
  mail(positions: readonly string[]): Promise<Result<MailedLinks, ApiFailure>>;
};

export type Batch = {
  readonly key: string;
  /** ISO 8601. */
  readonly expires: string;
  readonly people: readonly PersonToInvite[];
};

/** As many as one request may have. */
export const batchSize = 100;

/** @param as the owner whose page this is */
export function createInvitationsApi(call: ApiCaller, form: string, as: string): InvitationsApi {
  return {
    async make({ key, expires, people }) {
      const headers = { 'Idempotency-Key': key };
      const replied = await call(
        'makeInvitations',
        { form },
        { as, headers, body: { expires, people } },
      );
      if (!replied.ok) return replied;
      const { links } = isRecord(replied.value) ? replied.value : {};
      const isUnderstood =
        Array.isArray(links) && links.length === people.length && links.every(isLink);
      return isUnderstood ? ok(links) : notFromOurApi;
    },

    async list(cursor) {
      const query = new URLSearchParams({ limit: String(batchSize), ...(cursor && { cursor }) });
      const replied = await call('listInvitations', { form }, { as, query: `?${query}` });
      if (!replied.ok) return replied;
      const { items, cursor: next } = isRecord(replied.value) ? replied.value : {};
      if (!Array.isArray(items) || !items.every(isInvited)) return notFromOurApi;
      return ok({ invited: items, cursor: typeof next === 'string' ? next : undefined });
    },

    async setRevoked(invitation, revoked) {
      const replied = await call('setInvitation', { form, invitation }, { as, body: { revoked } });
      if (!replied.ok) return replied;
      const { state } = isRecord(replied.value) ? replied.value : {};
      return isState(state) ? ok(state) : notFromOurApi;
    },

    async mail(invitations) {
      const body = { app: window.location.origin, invitations };
      const replied = await call('mailInvitations', { form }, { as, body });
      if (!replied.ok) return replied;
      const counts = isRecord(replied.value) ? replied.value : {};
      const [mailed, today, skipped, tooMany] = ['mailed', 'today', 'skipped', 'tooMany'].map(
        (it) => Number(counts[it]),
      );
      if (![mailed, today, skipped, tooMany].every(Number.isSafeInteger)) return notFromOurApi;
      return ok({ mailed, today, skipped, tooMany } as MailedLinks);
    },
  };
}

function isLink(it: unknown): it is MadeLink {
  return isRecord(it) && typeof it['position'] === 'string' && typeof it['token'] === 'string';
}

function isState(it: unknown): it is InvitedState {
  return (invitedStates as readonly unknown[]).includes(it);
}

function isInvited(it: unknown): it is ListedInvited {
  if (!isRecord(it)) return false;
  const { position, name = '', email = '', madeAt, mailedAt = '', expires, state } = it;
  const texts = [position, name, email, madeAt, mailedAt, expires];
  return texts.every((text) => typeof text === 'string') && isState(state);
}

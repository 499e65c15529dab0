import type { InvitationStore, Invited, LinkUse } from '#core/invitations/invitation-store.ts';
import { invitedAuthor, type Invitation } from '#core/invitations/invitation.ts';
import { invitationCounter } from '#core/limits/seats.ts';
import { seatsKey } from '../entries/entry-item.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';
import { ifNone } from '../entries/write-conditions.ts';

/** Seconds for which names and addresses are stored after a link has expired. */
const secondsKept = 90 * 24 * 3600;

/** Seconds for which a request for a mail is stored: longer than the stream keeps its records. */
const secondsOfRequest = 3 * 24 * 3600;

/** In the form's own partition of the table: one item for each invitation, and one for each mail that is asked for. */
export function createTableInvitations(
  table: Pick<Table, 'get' | 'put' | 'update' | 'getAll' | 'query' | 'add'>,
): InvitationStore {
  async function isRevoked(invitation: Pick<Invitation, 'form' | 'id'>): Promise<boolean> {
    const seat = await table.get(seatKey(invitation));
    return seat !== undefined && useOf(seat) === 'revoked';
  }

  return {
    async add(invited) {
      await table.put(toItem(invited), ifNone);
    },

    async list(form, { limit, after }) {
      const { items, last } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': partitionOf(form),
          ':first': invitedPrefix,
          ':last': `${invitedPrefix}~`,
        },
        ConsistentRead: true,
        ScanIndexForward: true,
        Limit: limit,
        ...(after !== undefined && { ExclusiveStartKey: invitedKey(form, after) }),
      });
      const invited = items.map((it) => toInvited(form, it));
      return { invited, ...(last && { next: invited.at(-1)?.position }) };
    },

    async find(form, positions) {
      const items = await table.getAll(positions.map((it) => invitedKey(form, it)));
      return items.map((it) => toInvited(form, it));
    },

    async uses(form, ids) {
      const items = await table.getAll(ids.map((id) => seatKey({ form, id })));
      const byPartition = new Map(items.map((it) => [it['pk'], useOf(it)]));
      return new Map(
        ids.flatMap((id) => {
          const use = byPartition.get(seatKey({ form, id }).pk);
          return use ? [[id, use] as const] : [];
        }),
      );
    },

    async revoke(invitation, at) {
      // It takes the only seat, so that of an entry and this one comes first.
      const taken = { taken: 1, revokedAt: at };
      const isFree = 'attribute_not_exists(#taken) OR #taken = :none';
      const key = seatKey(invitation);
      const { done } = await table.update(key, taken, { if: isFree, values: { ':none': 0 } });
      return done || isRevoked(invitation);
    },

    async allow(invitation) {
      const free = { taken: 0, revokedAt: undefined };
      await table.update(seatKey(invitation), free, { if: 'attribute_exists(#revokedAt)' });
    },

    isRevoked,

    async askForMail(invited, { app, at, mostADay }) {
      const { form, position, id, expires, values, email } = invited;
      const day = at.slice(0, 10);
      const key = mailRequestKey(form, position, day);
      if (await table.get(key)) return 'today';
      const expiresAt = Math.floor(Date.parse(at) / 1000) + secondsOfRequest;
      const counter = { pk: partitionOf(form), sk: `mails#${day}` };
      if ((await table.add(counter, 'count', { set: { expiresAt } })) > mostADay) return 'enough';
      // The mail function receives this from the table's stream.
      const request = { ...key, form, id, expires, values, email, app, expiresAt };
      const put = await table.put(request, ifNone);
      if (!put.done) return 'today';
      await table.update(
        invitedKey(form, position),
        { mailedAt: at },
        { if: 'attribute_exists(pk)' },
      );
      return 'requested';
    },
  };
}

/** The item that counts the only seat of an invitation, which an entry takes or an owner who revokes the link. */
function seatKey({ form, id }: Pick<Invitation, 'form' | 'id'>): ItemKey {
  return seatsKey({ username: invitedAuthor(id), form }, invitationCounter);
}

function useOf({ taken, revokedAt }: Item): LinkUse | undefined {
  if (revokedAt !== undefined) return 'revoked';
  return Number(taken) > 0 ? 'answered' : undefined;
}

const invitedPrefix = 'invited#';

function partitionOf(form: string): string {
  return `invitations#${form}`;
}

function invitedKey(form: string, position: string): ItemKey {
  return { pk: partitionOf(form), sk: invitedPrefix + position };
}

/** At most one a day and invitation, as its key says. */
function mailRequestKey(form: string, position: string, day: string): ItemKey {
  return { pk: partitionOf(form), sk: `invite-mail#${position}#${day}` };
}

function toItem({ form, position, id, name, email, expires, values, madeAt }: Invited): Item {
  return {
    ...invitedKey(form, position),
    id,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    expires,
    values,
    madeAt,
    expiresAt: expires + secondsKept,
  };
}

function toInvited(form: string, item: Item): Invited {
  const { pk: _pk, sk, expiresAt: _expiresAt, ...invited } = item;
  return { ...invited, form, position: String(sk).slice(invitedPrefix.length) } as Invited;
}

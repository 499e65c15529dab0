import { mostMembers, type Member, type MemberStore } from '#core/roles/member.ts';
import { isRole, type Role } from '#core/roles/role.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';

/** Seconds for which it stays stored who took a role away. */
const secondsKept = 90 * 24 * 3600;

/** In the form's own partition of the table: one item for each person. */
export function createTableMembers(
  table: Pick<Table, 'get' | 'getAll' | 'put' | 'query'>,
): MemberStore {
  return {
    async list(form) {
      const { items } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': partitionOf(form),
          ':first': memberPrefix,
          ':last': `${memberPrefix}~`,
        },
        ConsistentRead: true,
        ScanIndexForward: true,
        // Also of people whose role was taken away lately.
        Limit: 5 * mostMembers,
      });
      return items.flatMap((it) => toMember(it) ?? []);
    },

    async find(form, email) {
      const item = await table.get(memberKey(form, email));
      return item && toMember(item);
    },

    async rolesOf(email, forms) {
      const items = await table.getAll(forms.map((it) => memberKey(it, email)));
      const found = items.flatMap((it): [string, Role][] => {
        const member = toMember(it);
        return member ? [[String(it['pk']).slice(partitionPrefix.length), member.role]] : [];
      });
      return new Map(found);
    },

    async put(form, member) {
      await table.put({ ...memberKey(form, member.email), ...member });
    },

    async verify(form, member, at) {
      const verified = { ...memberKey(form, member.email), ...member, verifiedAt: at };
      const names = { '#same': 'at' };
      await table.put(verified, { if: '#same = :same', names, values: { ':same': member.at } });
    },

    async remove(form, { email, by, at }) {
      const expiresAt = Math.floor(Date.parse(at) / 1000) + secondsKept;
      // The function may not delete. Without a role an item gives none.
      await table.put({ ...memberKey(form, email), by, at, expiresAt });
    },
  };
}

const partitionPrefix = 'members#';
const memberPrefix = 'member#';

function partitionOf(form: string): string {
  return partitionPrefix + form;
}

function memberKey(form: string, email: string): ItemKey {
  return { pk: partitionOf(form), sk: memberPrefix + email.toLowerCase() };
}

function toMember({ pk: _pk, sk, ...item }: Item): Member | undefined {
  if (!isRole(item['role'])) return undefined;
  return { ...item, email: String(sk).slice(memberPrefix.length) } as Member;
}

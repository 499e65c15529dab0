import { isInvited, type Form } from '#core/form/define-form.ts';
import { invitedAuthor, linkPrefix, type Invitation } from '#core/invitations/invitation.ts';
import type { InvitationTokens } from '#core/invitations/invitation-tokens.ts';
import { invitationCounter } from '#core/limits/seats.ts';
import { digest } from '../digest.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { seatsKey } from '../entries/entry-item.ts';
import { addressMail, type ReadyMail } from './compose-mails.ts';
import type { DeliveryResult } from './deliver-mail.ts';
import type { MailProvider } from './mail-provider.ts';

/** A mail with somebody's personal link, as an owner has asked for it: amplify/invitations/table-invitations.ts. */
export type LinkMailRequest = Invitation & {
  readonly email: string;
  /** The address of the app. */
  readonly app: string;
  /** Its key in the table, which says of which invitation and day it is. */
  readonly key: string;
};

/** Sends personal links. The link is made here, so that it is stored nowhere. */
export type LinkMails = {
  /** Tries once. Called again, the provider recognizes the mail: the stream keeps its records for half as long. */
  readonly deliver: (request: LinkMailRequest) => Promise<DeliveryResult>;
};

type Deps = {
  readonly table: Pick<Table, 'get'>;
  readonly tokens: Pick<InvitationTokens, 'make'>;
  readonly provider: MailProvider;
  readonly formById: (id: string) => Form | undefined;
  readonly now: () => Date;
};

export function createLinkMails({ table, tokens, provider, formById, now }: Deps): LinkMails {
  return {
    async deliver(request) {
      const { form: formId, id, expires, key } = request;
      const form = formById(formId);
      if (!form || !isInvited(form) || expires * 1000 <= now().getTime()) return { is: 'gone' };
      const seat = seatsKey({ username: invitedAuthor(id), form: formId }, invitationCounter);
      const taken = Number((await table.get(seat))?.['taken'] ?? 0);
      if (taken > 0) return { is: 'gone' };
      const mail = composeLinkMail(form, request, await tokens.make(request));
      if (!mail) return { is: 'refused', code: 'no_address' };
      return provider.send(mail, `invited/${digest(key)}`);
    },
  };
}

/** The same text for everybody but the link, so that nobody can write to strangers through it. */
export function composeLinkMail(
  { id, title }: Pick<Form, 'id' | 'title'>,
  { email, app, expires }: Pick<LinkMailRequest, 'email' | 'app' | 'expires'>,
  token: string,
): ReadyMail | undefined {
  const until = `${new Date(expires * 1000).toISOString().slice(0, 16).replace('T', ', ')} UTC`;
  const paragraphs = [
    `You are invited to fill in “${title}”. This is your personal link:`,
    `${app}/${id}${linkPrefix}${token}`,
    `It is only for you, so please do not forward it. You need no account. You can send one entry, and see or change it later with the same link, until ${until}.`,
    'If you do not know what this is about, you can ignore it.',
  ];
  return addressMail({
    to: email,
    subject: `You are invited: ${title}`,
    text: paragraphs.join('\n\n'),
    links: [`${app}/`],
  });
}

const requestPrefix = 'invite-mail#';

/** The request that an item of the table is, if it is one. */
export function linkMailRequestIn(item: Item): LinkMailRequest | undefined {
  const { pk, sk, form, id, expires, values, email, app } = item;
  if (!String(sk).startsWith(requestPrefix)) return undefined;
  return {
    form: String(form),
    id: String(id),
    expires: Number(expires),
    values: (values ?? {}) as Invitation['values'],
    email: String(email),
    app: String(app),
    key: `${String(pk)} ${String(sk)}`,
  };
}

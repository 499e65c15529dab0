import type { EntryKey, StoredEntry } from '#core/entries/store/entry-store.ts';
import type { Form } from '#core/form/define-form.ts';
import { typedAddress } from '#core/verification/typed-address.ts';
import { verifiableFor, verifyPrefix } from '#core/verification/verification.ts';
import type {
  VerificationTokens,
  VerifiedAddresses,
} from '#core/verification/verified-addresses.ts';
import { entryKeyOf, itemKind } from '../entries/entry-item.ts';
import type { Item } from '../entries/dynamo-table.ts';
import { addressMail, type Mail } from './compose-mails.ts';

/** Mails to addresses that were typed into a form without an account. Their text is the same for everybody. */
export type TypedAddressMails = {
  /** The confirmation of an entry if its address is verified, or else the request to verify it; if its form asks for one. */
  readonly mailFor: (form: Form, entry: StoredEntry) => Promise<Mail | undefined>;
};

type Deps = {
  readonly tokens: VerificationTokens;
  readonly verified: Pick<VerifiedAddresses, 'isVerified'>;
  /** The address of the app, with which links begin. */
  readonly app: string;
  readonly now: () => Date;
};

export function createTypedAddressMails(deps: Deps): TypedAddressMails {
  const { tokens, verified, app, now } = deps;
  return {
    async mailFor(form, entry) {
      const to = typedAddress(form, entry);
      if (to === undefined) return undefined;
      const link = `${app}/entries/${form.id}/${entry.id}`;
      if (await verified.isVerified(entry, to)) return composeConfirmation(form, { to, link });
      const { username, id } = entry;
      const expires = Math.floor(now().getTime() / 1000) + verifiableFor;
      const address = await tokens.digestOf(to);
      const token = await tokens.make({ form: form.id, username, id, address, expires });
      return composeRequest(form, { to, link: link + verifyPrefix + token, expires });
    },
  };
}

type Addressed = { readonly to: string; readonly link: string };

/** Nothing in it was typed by anybody, so that nobody can write to strangers through it. */
function composeRequest(
  { title }: Pick<Form, 'title'>,
  { to, link, expires }: Addressed & { readonly expires: number },
): Mail | undefined {
  const until = `${new Date(expires * 1000).toISOString().slice(0, 16).replace('T', ', ')} UTC`;
  return withFixedText('verification', {
    to,
    link,
    subject: `Is this your email address? ${title}`,
    paragraphs: [
      `Somebody has filled in “${title}” and gave this email address. If it was you, open this page and press the button there, and we will send you the confirmation:`,
      link,
      `The link is valid until ${until}.`,
      'If it was not you, do nothing: your address is not used for anything else.',
    ],
  });
}

function composeConfirmation(
  { title }: Pick<Form, 'title'>,
  addressed: Addressed,
): Mail | undefined {
  return withFixedText('confirmation', {
    ...addressed,
    subject: `Your entry has arrived: ${title}`,
    paragraphs: [
      `What you sent with “${title}” has arrived. You can see and change it here, on the device that you filled it in on:`,
      addressed.link,
      'No other device shows it, as you have filled it in without an account.',
    ],
  });
}

type FixedText = Addressed & { readonly subject: string; readonly paragraphs: readonly string[] };

function withFixedText(
  kind: Mail['kind'],
  { to, link, subject, paragraphs }: FixedText,
): Mail | undefined {
  const { origin } = new URL(link);
  const mail = addressMail({ to, subject, text: paragraphs.join('\n\n'), links: [`${origin}/`] });
  return mail && { kind, ...mail };
}

/** The entry whose confirmation an item of the table asks for, if it is such a request. */
export function requestedConfirmation(item: Item): EntryKey | undefined {
  return itemKind(item) === 'confirm' ? entryKeyOf(item) : undefined;
}

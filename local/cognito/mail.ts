import type { PoolSettings } from './settings.ts';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** The template's own words, with the code where it says `{####}`. */
export function verificationMail(settings: PoolSettings, to: string, code: string): Mail {
  const { subject, text } = settings.verificationMessage;
  return { to, subject, text: text.replaceAll('{####}', () => code) };
}

/** To somebody an administrator has added. */
export function invitationMail(settings: PoolSettings, to: string, password: string): Mail {
  const { subject, text } = settings.invitation;
  return {
    to,
    subject,
    text: text.replaceAll('{username}', () => to).replaceAll('{####}', () => password),
  };
}

/** How an answer says where a mail went, without saying it to somebody who only guessed. */
export function deliveryTo(email: string): object {
  const [name = '', domain = ''] = email.split('@');
  return {
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: `${name.charAt(0)}***@${domain.charAt(0)}***`,
  };
}

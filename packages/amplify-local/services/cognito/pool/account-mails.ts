import type { PoolSettings } from './pool-settings.ts';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** The template's message, with the code in place of `{####}`. */
export function verificationMail(settings: PoolSettings, to: string, code: string): Mail {
  const { subject, text } = settings.verificationMessage;
  return { to, subject, text: text.replaceAll('{####}', () => code) };
}

/** The mail to a person an administrator has added. */
export function invitationMail(settings: PoolSettings, to: string, password: string): Mail {
  const { subject, text } = settings.invitation;
  return {
    to,
    subject,
    text: text.replaceAll('{username}', () => to).replaceAll('{####}', () => password),
  };
}

/** Tells a client where a mail was sent, with the address masked in case it was only guessed. */
export function deliveryTo(email: string): object {
  const [name = '', domain = ''] = email.split('@');
  return {
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: `${name.charAt(0)}***@${domain.charAt(0)}***`,
  };
}

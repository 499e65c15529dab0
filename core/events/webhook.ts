/** What can happen to an entry, in the order in which it is reported if one change does several. */
export const entryEvents = [
  'created',
  'revised',
  'withdrawn',
  'restored',
  'erased',
  'files_complete',
  'reviewed',
] as const;

export type EntryEvent = (typeof entryEvents)[number];

/** What a receiver is sent: what happened to an entry, or what an owner sends to see whether it arrives. */
export type EventKind = EntryEvent | 'test';

/**
 * A server that is told what happens to the entries of forms: docs/webhooks.md. Its secret is in the deployment, in
 * `secretName(id)`, and not in the repository.
 */
export type Webhook = {
  /** Small letters, digits and hyphens. It names the secret, so it never changes. */
  readonly id: string;
  /** `https://…`. */
  readonly url: string;
  /** The ids of the forms. */
  readonly forms: readonly string[];
  readonly events: readonly EntryEvent[];
  /** `ids`, the default: which entry it is, and where owners can read it. `answers`: these as well. */
  readonly payload?: 'ids' | 'answers';
  /** What is refused otherwise: a connection without TLS, and addresses of private networks or of the machine itself. */
  readonly allow?: readonly ('http' | 'private-addresses')[];
};

/** The name of the secret that signs what a webhook is sent: `WEBHOOK_STOCK`. */
export function secretName(id: string): string {
  return `WEBHOOK_${id.toUpperCase().replaceAll('-', '_')}`;
}

export function webhooksOf(webhooks: readonly Webhook[], form: string): readonly Webhook[] {
  return webhooks.filter((it) => it.forms.includes(form));
}

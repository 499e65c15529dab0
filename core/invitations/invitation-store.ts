import type { Invitation } from './invitation.ts';

/** An invitation with whom it is for, as the form's owners made it. Its token is never stored. */
export type Invited = Invitation & {
  /** Text that sorts by time, and by the order of those that were made together. */
  readonly position: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** ISO 8601. */
  readonly madeAt: string;
  /** When a mail with its link was last asked for. */
  readonly mailedAt?: string | undefined;
};

/** A stored entry that is not withdrawn, or an owner who has revoked the link. */
export type LinkUse = 'answered' | 'revoked';

type LinkOf = Pick<Invitation, 'form' | 'id'>;

export type InvitedPage = {
  readonly invited: readonly Invited[];
  /** The position to continue after; absent on the last page. */
  readonly next?: string | undefined;
};

/** What the owners of a form know of those whom they invited. */
export type InvitationStore = {
  /** Adding one again changes nothing. */
  add(invited: Invited): Promise<void>;
  /** Newest last. */
  list(
    form: string,
    request: { readonly limit: number; readonly after?: string },
  ): Promise<InvitedPage>;
  /** Those at these positions that are there. */
  find(form: string, positions: readonly string[]): Promise<readonly Invited[]>;
  /** What the links of these have no seat left for, by their ids: those that can still be used are missing. */
  uses(form: string, ids: readonly string[]): Promise<ReadonlyMap<string, LinkUse>>;
  /** Nothing can be sent with its link any more. @returns whether it is so: not if an entry was sent */
  revoke(invitation: LinkOf, at: string): Promise<boolean>;
  /** Its link can be used again, if it was revoked. */
  allow(invitation: LinkOf): Promise<void>;
  isRevoked(invitation: LinkOf): Promise<boolean>;
  /**
   * Asks for a mail with the link, at most one a day for each invitation.
   * @param app the address of the app, with which the link begins
   */
  askForMail(invited: Invited, request: MailRequest): Promise<'requested' | 'today' | 'enough'>;
};

export type MailRequest = {
  readonly app: string;
  /** ISO 8601. */
  readonly at: string;
  /** How many mails a day with links to one form are sent at most. */
  readonly mostADay: number;
};

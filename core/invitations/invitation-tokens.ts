import type { Invitation } from './invitation.ts';

/** Makes the tokens of personal links, and recognizes those that it made. */
export type InvitationTokens = {
  /** The same invitation gives the same token, as long as the secret is the same. */
  make(invitation: Invitation): Promise<string>;
  /** What a token says, if this deployment has made it. */
  open(token: string): Promise<Invitation | undefined>;
  /** An id for an invitation, which nobody can guess: of the same texts the same. */
  idOf(texts: readonly string[]): Promise<string>;
};

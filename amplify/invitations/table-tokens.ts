import { invitationText, longestToken, parseInvitationText } from '#core/invitations/invitation.ts';
import type { InvitationTokens } from '#core/invitations/invitation-tokens.ts';
import { createTableSignatures, type SigningDeps } from '../signing/table-signatures.ts';

/** The tokens of personal links. */
export function createTableTokens(deps: SigningDeps): InvitationTokens {
  const signatures = createTableSignatures(deps, { purpose: 'invitation', longest: longestToken });
  return {
    make: (invitation) => signatures.sign(invitationText(invitation)),
    async open(token) {
      const text = await signatures.open(token);
      return text === undefined ? undefined : parseInvitationText(text);
    },
    idOf: signatures.digestOf,
  };
}

import {
  longestVerificationToken,
  parseVerificationText,
  verificationText,
} from '#core/verification/verification.ts';
import type { VerificationTokens } from '#core/verification/verified-addresses.ts';
import { createTableSignatures, type SigningDeps } from '../signing/table-signatures.ts';

/** The tokens in mails that ask to verify an address, signed with the secret of personal links. */
export function createVerificationTokens(deps: SigningDeps): VerificationTokens {
  const signatures = createTableSignatures(deps, {
    purpose: 'address verification',
    longest: longestVerificationToken,
  });
  return {
    make: (verification) => signatures.sign(verificationText(verification)),
    async open(token) {
      const text = await signatures.open(token);
      return text === undefined ? undefined : parseVerificationText(text);
    },
    digestOf: (address) => signatures.digestOf([address.toLowerCase()]),
  };
}

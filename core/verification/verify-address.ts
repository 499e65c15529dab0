import type { Problem } from '../api/problem.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import type { Form } from '../form/define-form.ts';
import { err, ok, type Result } from '../values/result.ts';
import { typedAddress } from './typed-address.ts';
import type { Verification } from './verification.ts';
import type { VerificationTokens, VerifiedAddresses } from './verified-addresses.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find'>;
  readonly verificationTokens: VerificationTokens;
  readonly verifiedAddresses: Pick<VerifiedAddresses, 'add' | 'forget'>;
  readonly now: () => Date;
};

type Request = { readonly form: Form; readonly token: string };

/**
 * Whoever has the link in a mail has the address. They say so by pressing a button, as programs that look for viruses
 * open every link. Pressing it again changes nothing.
 */
export async function verifyAddress(
  deps: Deps,
  { form, token }: Request,
): Promise<Result<{ readonly verified: true }, Problem>> {
  const verification = await deps.verificationTokens.open(token);
  if (!verification || verification.form !== form.id) return err({ code: 'verification_invalid' });
  if (verification.expires * 1000 <= deps.now().getTime())
    return err({ code: 'verification_expired' });
  if (!(await isTyped(deps, form, verification))) return err({ code: 'gone' });
  await deps.verifiedAddresses.add(verification);
  // It may have been erased meanwhile.
  if (await isTyped(deps, form, verification)) return ok({ verified: true });
  await deps.verifiedAddresses.forget(verification);
  return err({ code: 'gone' });
}

/** Whether the entry is there and still has the address. */
async function isTyped(
  { store, verificationTokens }: Deps,
  form: Form,
  { address, ...key }: Verification,
): Promise<boolean> {
  const entry = await store.find(key);
  const typed = entry && !entry.deletedAt ? typedAddress(form, entry) : undefined;
  return typed !== undefined && (await verificationTokens.digestOf(typed)) === address;
}

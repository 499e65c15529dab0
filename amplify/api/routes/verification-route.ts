import { invalidParameter } from '#core/api/query-parameters.ts';
import { isRecord } from '#core/values/is-record.ts';
import { err, ok } from '#core/values/result.ts';
import { longestVerificationToken } from '#core/verification/verification.ts';
import { verifyAddress } from '#core/verification/verify-address.ts';
import { readJson } from '../read-json.ts';
import type { RouteHandler } from '../request-context.ts';

/** Bytes: a token, and JSON around it. */
const longestBody = 2 * longestVerificationToken;

/** For whoever got a mail at an address that was typed into the form, on any device. */
export const verifyTypedAddress: RouteHandler = async (deps, { request, form }) => {
  if (form.confirmTo === undefined) return err({ code: 'not_found' });
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const { token, ...others } = isRecord(body.value) ? body.value : {};
  if (typeof token !== 'string' || Object.keys(others).length > 0)
    return err(invalidParameter('token', 'Send what follows #verify= in the link'));
  const verified = await verifyAddress(deps, { form, token });
  return verified.ok ? ok({ status: 200, body: verified.value }) : verified;
};

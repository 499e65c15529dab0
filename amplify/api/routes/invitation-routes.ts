import { invite } from '#core/invitations/invite.ts';
import { listInvited } from '#core/invitations/list-invited.ts';
import { mailLinks, readLinksToMail } from '#core/invitations/mail-links.ts';
import { readRevocation, setRevoked } from '#core/invitations/revoke.ts';
import { readPeople } from '#core/invitations/read-people.ts';
import { isInvited, loadFields } from '#core/form/define-form.ts';
import { err, ok } from '#core/values/result.ts';
import { decodedSegment } from '../path-segment.ts';
import { readJson } from '../read-json.ts';
import { idempotencyKey } from '../read-headers.ts';
import type { RouteHandler } from '../request-context.ts';

/** Bytes: a hundred people, each with as many values as a link can have. */
const longestBody = 512 * 1024;

/** Bytes. */
const longestRevocation = 1024;

/** For owners of the form: a personal link for each of some people. */
export const makeInvitations: RouteHandler = async (deps, { request, form }) => {
  if (!isInvited(form)) return err({ code: 'not_found' });
  const key = idempotencyKey(deps, request);
  if (!key.ok) return key;
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  await loadFields(form);
  const read = readPeople(body.value, { form, now: deps.now() });
  if (!read.ok) return read;
  const made = await invite(deps, { ...read.value, form: form.id, key: key.value });
  return made.ok ? ok({ status: 201, body: { links: made.value } }) : made;
};

export const listInvitations: RouteHandler = async (deps, { request, form }) => {
  if (!isInvited(form)) return err({ code: 'not_found' });
  const page = await listInvited(deps, { ...request.query, form: form.id });
  return page.ok ? ok({ status: 200, body: page.value }) : page;
};

/** A mail with their link for some of them: the first, or a reminder. */
export const mailInvitations: RouteHandler = async (deps, { request, form }) => {
  if (!isInvited(form)) return err({ code: 'not_found' });
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const links = readLinksToMail(body.value);
  if (!links.ok) return links;
  return ok({ status: 200, body: await mailLinks(deps, { ...links.value, form: form.id }) });
};

/** Revokes the link of somebody who was invited, or allows it again. */
export const setInvitation: RouteHandler = async (deps, { request, form, parameters }) => {
  if (!isInvited(form)) return err({ code: 'not_found' });
  const body = readJson(request, longestRevocation);
  if (!body.ok) return body;
  const read = readRevocation(body.value);
  if (!read.ok) return read;
  const position = decodedSegment(parameters['invitation']);
  const set = await setRevoked(deps, { ...read.value, form: form.id, position });
  return set.ok ? ok({ status: 200, body: set.value }) : set;
};

import type { Entry } from '../form/entry.ts';
import type { Issue } from '../form/answers.ts';

/** Every problem that the API can return, with its status and title. A title never quotes what was sent. */
export const problems = {
  malformed: { status: 400, title: 'The body is not JSON' },
  too_deep: { status: 400, title: 'The body is nested too deeply' },
  repeated_key: { status: 400, title: 'The body has a repeated key' },
  invalid_parameter: { status: 400, title: 'A header or query parameter is not valid' },
  unauthorized: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your role in this form does not allow this' },
  not_open_yet: { status: 403, title: 'The form is not open yet' },
  closed: { status: 403, title: 'The form is closed' },
  invitation_required: {
    status: 403,
    title: 'This form can only be filled in with a personal link',
  },
  invitation_invalid: { status: 403, title: 'This personal link is not valid for this form' },
  invitation_expired: { status: 403, title: 'This personal link has expired' },
  invitation_revoked: { status: 403, title: 'This personal link was revoked' },
  verification_invalid: { status: 403, title: 'This link does not verify an address' },
  verification_expired: { status: 403, title: 'This link to verify an address has expired' },
  not_found: { status: 404, title: 'Not found' },
  file_not_arrived: { status: 409, title: 'The file has not arrived yet' },
  file_being_checked: { status: 409, title: 'The file is being checked for malware' },
  file_not_checked: {
    status: 409,
    title: 'The file could not be checked for malware, and stays closed',
  },
  full: { status: 409, title: 'There is no room left' },
  limit_reached: {
    status: 409,
    title: 'You have sent as many entries as this form accepts from you',
  },
  invitation_used: { status: 409, title: 'This personal link has been used already' },
  gone: { status: 410, title: 'This entry was withdrawn, or its author’s account was erased' },
  stale: { status: 412, title: 'This entry has changed since you read it' },
  too_large: { status: 413, title: 'The answers are larger than this form accepts' },
  not_json: { status: 415, title: 'Send the body as application/json' },
  invalid: { status: 422, title: 'Some answers need to be corrected' },
  file_damaged: { status: 422, title: 'Other bytes arrived than those of the file: send it again' },
  file_of_other_type: { status: 422, title: 'The file is not of the type that it is said to be' },
  file_has_malware: { status: 422, title: 'Malware was found in the file, and it was deleted' },
  form_version_unknown: {
    status: 422,
    title: 'The server does not know this version of the form yet',
  },
  idempotency_key_reused: { status: 422, title: 'This key was used for a different request' },
  version_required: { status: 428, title: 'Send the version of the entry in If-Match' },
  too_many: { status: 429, title: 'Too many entries were sent from here: try again later' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The server is busy: try again later' },
} as const;

export type ProblemCode = keyof typeof problems;

/** Why a request is refused, before it is turned into an HTTP response. */
export type Problem = {
  readonly code: ProblemCode;
  readonly errors?: readonly Issue[];
  /** The current entry, when its author sent a change to another version. */
  readonly current?: Entry;
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number;
};

/** RFC 9457 `application/problem+json`, as the API sends it. */
export type ProblemBody = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly errors?: readonly Issue[];
  readonly requestId: string;
};

/** As many as a person can fix at once. An attacker cannot make the list grow to thousands. */
const maxErrors = 20;

export function problemBody({ code, errors }: Problem, requestId: string): ProblemBody {
  return {
    type: `urn:formstead:problem:${code}`,
    ...problems[code],
    code,
    ...(errors && { errors: errors.slice(0, maxErrors) }),
    requestId,
  };
}

import type { JsonSchema } from '../form/field.ts';
import { exampleDelivery } from './delivery-schemas.ts';
import { exampleMember, exampleStoredMember } from './member-schemas.ts';
import { exampleStoredView, exampleView } from './view-schemas.ts';
import { isInvited, isOpen, type Form } from '../form/define-form.ts';
import {
  formSchema,
  entriesSchema,
  entryVersionsSchema,
  exampleReason,
  exampleVersion,
  entrySchema,
  exampleAnswers,
  exampleEntry,
  sharedSchemas,
} from './openapi-schemas.ts';
import { getOwn } from '../values/own-property.ts';
import { withdrawnBody } from './withdrawn-body.ts';
import { problemBody, problems, type ProblemCode } from './problem.ts';
import {
  pathParameterDocs,
  queryParameterDocs,
  examplePosition,
  requestHeaderDocs,
  responseHeaderDocs,
  routeDocs,
  type RequestHeader,
  type ResponseDocs,
  type RouteDocs,
} from './route-docs.ts';
import { asksForFiles } from '../form/asks-for-files.ts';
import { correctionSchema } from './version-schemas.ts';
import { endpoints } from './match-route.ts';

export type OpenApi = {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly { readonly idToken: readonly [] }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: OpenApiOperation } };
  readonly components: {
    readonly securitySchemes: { readonly idToken: JsonSchema };
    readonly schemas: { readonly [name: string]: JsonSchema };
  };
};

export type OpenApiOperation = {
  readonly operationId: string;
  /** The form's id, or `me` for routes that belong to no form. */
  readonly tags: readonly [tag: string];
  readonly summary: string;
  readonly description: string;
  /** Empty for a route without an account. */
  readonly security?: readonly [];
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: OpenApiContent };
  readonly responses: { readonly [status: string]: OpenApiResponse };
};

export type OpenApiParameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly required: boolean;
  readonly deprecated?: true;
  readonly schema: JsonSchema;
  readonly example?: unknown;
};

export type OpenApiResponse = {
  readonly description: string;
  readonly headers?: { readonly [name: string]: { readonly description: string } };
  readonly content: OpenApiContent;
};

type OpenApiContent = {
  readonly [type: string]: {
    readonly schema: JsonSchema;
    readonly example?: unknown;
    readonly examples?: { readonly [name: string]: { readonly value: unknown } };
  };
};

type ApiDescription = {
  readonly title: string;
  readonly forms: readonly Form[];
  readonly url: string;
};

/** The OpenAPI 3.1 document for an API: one operation for each route of each form. */
export function openApi({ title, forms, url }: ApiDescription): OpenApi {
  return {
    openapi: '3.1.1',
    info: {
      title,
      version: '1',
      description:
        'For an unknown path or method the gateway returns 403; for too many requests, 429. A 429 or 503 has a Retry-After header.',
    },
    servers: [{ url: url.replace(/\/$/, '') }],
    security: [{ idToken: [] }],
    tags: [
      ...forms.map(({ id, title }) => ({ name: id, description: title })),
      { name: 'me', description: 'The caller' },
    ],
    paths: Object.fromEntries([
      ...forms.flatMap((form) => pathsOf({ form, isOpen: isOpen(form) })),
      ...pathsOf({ isOpen: forms.some(isOpen) }),
    ]),
    components: {
      securitySchemes: {
        idToken: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The ID token from Amazon Cognito, without a prefix.',
        },
      },
      schemas: { ...sharedSchemas, ...Object.fromEntries(forms.flatMap(schemasOf)) },
    },
  };
}

function schemasOf(form: Form): readonly (readonly [name: string, schema: JsonSchema])[] {
  return [
    [`${form.id}.answers`, formSchema(form)],
    [`${form.id}.entry`, entrySchema(form)],
    [`${form.id}.entries`, entriesSchema(form)],
    [`${form.id}.versions`, entryVersionsSchema(form)],
    [
      `${form.id}.correction`,
      correctionSchema({ $ref: `#/components/schemas/${form.id}.answers` }),
    ],
  ];
}

type PathsToDescribe = {
  /** Without a form, those that belong to none. */
  readonly form?: Form;
  /** Whether those without an account are among them. */
  readonly isOpen: boolean;
};

function pathsOf({
  form,
  isOpen: hasOpen,
}: PathsToDescribe): [path: string, methods: Record<string, OpenApiOperation>][] {
  const paths = new Map<string, Record<string, OpenApiOperation>>();
  for (const endpoint of endpoints) {
    const { name, method, path } = endpoint;
    if (path.includes('{form}') !== (form !== undefined)) continue;
    if (endpoint.isOpen && !hasOpen) continue;
    const docs = routeDocs[name];
    if (path.includes('{file}') && !(form && asksForFiles(form))) continue;
    if (path.includes('/invitations') && !(form && isInvited(form))) continue;
    if (name === 'verifyAddress' && form?.confirmTo === undefined) continue;
    const formPath = path.replace('{form}', form?.id ?? '');
    const methods = paths.get(formPath) ?? {};
    methods[method.toLowerCase()] = operation(form, endpoint, formPath, docs);
    paths.set(formPath, methods);
  }
  return [...paths];
}

function operation(
  form: Form | undefined,
  { name, isOpen: isWithoutAccount }: (typeof endpoints)[number],
  path: string,
  docs: RouteDocs,
): OpenApiOperation {
  const tag = form?.id ?? 'me';
  return {
    operationId: isWithoutAccount ? `${tag}.open.${name}` : `${tag}.${name}`,
    tags: [tag],
    summary: isWithoutAccount ? `${docs.summary}, without an account` : docs.summary,
    ...(isWithoutAccount && { security: [] }),
    description: docs.description,
    parameters: [
      ...pathParameters(path),
      ...headerParameters([
        ...(isWithoutAccount ? headersWithoutAccount(form, name) : []),
        ...(docs.headers ?? []),
      ]),
      ...queryParameters(docs),
    ],
    ...(form &&
      docs.takesAnswers && {
        requestBody: {
          required: true,
          content: json(`${form.id}.answers`, { example: exampleAnswers(form) }),
        },
      }),
    ...(form &&
      docs.takesCorrection && {
        requestBody: {
          required: true,
          content: json(`${form.id}.correction`, {
            example: { answers: exampleAnswers(form), reason: exampleReason },
          }),
        },
      }),
    ...(docs.takesEntries && {
      requestBody: {
        required: true,
        content: json('entryKeys', { example: exampleKeys }),
      },
    }),
    ...(docs.takes && {
      requestBody: {
        required: true,
        content: json(docs.takes, { example: exampleBodies[docs.takes] }),
      },
    }),
    ...(docs.takesUpload && {
      requestBody: {
        required: false,
        content: json('fileUpload', { example: { upload: exampleUpload } }),
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(docs.responses).map(([status, it]) => [status, successResponse(form, it)]),
      ),
      ...(!isWithoutAccount && {
        '401': {
          description: 'The token is missing, expired or not for this API.',
          content: json('message', { example: { message: 'Unauthorized' } }),
        },
      }),
      ...problemResponses([
        ...docs.problems,
        ...(isWithoutAccount ? problemsWithoutAccount(form, name) : []),
        ...(form && isInvited(form) && name === 'submit' ? (['invitation_required'] as const) : []),
        ...(form ? (['not_found'] as const) : []),
        'internal',
        'unavailable',
      ]),
    },
  };
}

/** How whoever has no account is known. */
function headersWithoutAccount(
  form: Form | undefined,
  name: (typeof endpoints)[number]['name'],
): readonly RequestHeader[] {
  if (form && isInvited(form)) return ['Invitation'];
  return name === 'submit' ? ['Device-Key', 'Shield'] : ['Device-Key'];
}

function problemsWithoutAccount(
  form: Form | undefined,
  name: (typeof endpoints)[number]['name'],
): readonly ProblemCode[] {
  if (!form || !isInvited(form))
    return ['invalid_parameter', ...(name === 'submit' ? (['too_many'] as const) : [])];
  const takesSeat = name === 'submit' || name === 'restore';
  return [
    'invalid_parameter',
    'invitation_required',
    'invitation_invalid',
    'invitation_expired',
    ...(takesSeat ? (['invitation_used'] as const) : []),
    ...(takesSeat || name === 'list' ? (['invitation_revoked'] as const) : []),
  ];
}

type PathParameterDocs = (typeof pathParameterDocs)[keyof typeof pathParameterDocs];

function pathParameters(path: string): OpenApiParameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...(getOwn<PathParameterDocs>(pathParameterDocs, name) ?? pathParameterDocs.id),
  }));
}

function headerParameters(headers: readonly RequestHeader[]): OpenApiParameter[] {
  return headers.map((name) => ({ name, in: 'header', ...requestHeaderDocs[name] }));
}

function queryParameters({ query = [], required = [] }: RouteDocs): OpenApiParameter[] {
  return query.map((name) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...queryParameterDocs[name],
  }));
}

const exampleKeys = {
  entries: [{ username: 'open#Zm9ybXN0ZWFkLi4u', id: '018f3c2e-7b1a-7000-8000-0123456789ab' }],
};

const exampleReview = { state: 'sent-back', version: 1, note: 'The year is missing.' };

const exampleReviewer = {
  by: '5f0c7a52-0000-4000-8000-000000000001',
  email: 'olga@example.com',
  at: '2026-01-02T12:00:00.000Z',
  number: 1,
};

const exampleComment = { version: 1, text: 'She called: the year is 1990.' };

const exampleStoredComment = {
  id: examplePosition.slice(0, 36),
  ...exampleComment,
  by: '5f0c7a52-0000-4000-8000-000000000001',
  email: 'olga@example.com',
  at: '2026-01-02T12:00:00.000Z',
};

const exampleAssignment = { to: 'ada@example.com' };

const exampleStoredAssignment = {
  id: examplePosition.slice(0, 36),
  ...exampleAssignment,
  ...exampleReviewer,
  now: 'ada@example.com',
};

const exampleBodies = {
  peopleToInvite: {
    expires: '2026-12-31T23:00:00.000Z',
    people: [{ name: 'Ada Lovelace', email: 'ada@example.com', values: {} }],
  },
  review: exampleReview,
  comment: exampleComment,
  assignment: exampleAssignment,
  member: exampleMember,
  view: exampleView,
  verification: { token: 'WyJ2aXNpdCIsIm9wZW4jWm05eWJYTjBaV0ZrIl0.AAECAwQFBgcICQoLDA0ODw' },
  revocation: { revoked: true },
  linksToMail: { app: 'https://forms.example.org', invitations: [examplePosition] },
};

const exampleInvited = {
  position: examplePosition,
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  madeAt: '2026-01-01T12:00:00.000Z',
  expires: '2026-12-31T23:00:00.000Z',
  state: 'open',
};

const exampleUpload = 'VXBsb2FkIGlkIGZvcg';

const exampleRequest = {
  url: 'https://bucket.s3.eu-central-1.amazonaws.com/object?X-Amz-Signature=c0ffee',
  headers: { 'content-type': 'image/jpeg', 'if-none-match': '*' },
};

function successResponse(
  form: Form | undefined,
  { is, description, headers }: ResponseDocs,
): OpenApiResponse {
  const example = form && exampleEntry(form);
  const bodies = {
    entry: () => json(`${form?.id}.entry`, { example }),
    entries: () => json(`${form?.id}.entries`, { example: { items: [example] } }),
    versions: () =>
      json(`${form?.id}.versions`, {
        example: { items: form ? [exampleVersion(form)] : [] },
      }),
    erased: () => json('erased', { example: { erased: 3, done: false } }),
    adopted: () => json('adopted', { example: { adopted: 2, done: true } }),
    released: () => json('released', { example: { released: 2 } }),
    erasedOnHold: () => json('erasedOnHold', { example: { erased: 2 } }),
    madeLinks: () =>
      json('madeLinks', {
        example: {
          links: [{ position: examplePosition, token: requestHeaderDocs.Invitation.example }],
        },
      }),
    invited: () => json('invited', { example: { items: [exampleInvited] } }),
    ownRoles: () =>
      json('ownRoles', { example: { items: [{ form: 'feedback', role: 'reader' }] } }),
    members: () => json('members', { example: { items: [exampleStoredMember] } }),
    storedMember: () => json('storedMember', { example: exampleStoredMember }),
    views: () => json('views', { example: { items: [exampleStoredView] } }),
    storedView: () => json('storedView', { example: exampleStoredView }),
    mailedLinks: () =>
      json('mailedLinks', { example: { mailed: 1, today: 0, skipped: 0, tooMany: 0 } }),
    invitationState: () => json('invitationState', { example: { state: 'revoked' } }),
    storedReview: () =>
      json('storedReview', {
        example: { ...exampleReview, id: examplePosition.slice(0, 36), ...exampleReviewer },
      }),
    storedComment: () => json('storedComment', { example: exampleStoredComment }),
    storedAssignment: () => json('storedAssignment', { example: exampleStoredAssignment }),
    deliveries: () =>
      json('deliveries', { example: { webhooks: ['stock'], items: [exampleDelivery] } }),
    queued: () => json('queued', { example: { queued: true } }),
    verified: () => json('verified', { example: { verified: true } }),
    withdrawn: () => json('withdrawn', { example: withdrawnBody }),
    summary: () => json('summary', {}),
    seats: () => json('seats', { example: { now: '2026-01-01T12:00:00.000Z' } }),
    fileTransfer: () => json('fileTransfer', { example: { put: exampleRequest } }),
    fileArrived: () => json('fileArrived', { example: { arrived: true } }),
    fileLink: () => json('fileLink', { example: { url: exampleRequest.url } }),
  };
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(headers.map((name) => [name, responseHeaderDocs[name]])),
    }),
    content: bodies[is](),
  };
}

/** Problem responses, grouped by status: several problems may share one. */
function problemResponses(codes: readonly ProblemCode[]): {
  readonly [status: string]: OpenApiResponse;
} {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${problems[code].title} (${code}).`).join(' '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/problem' },
            examples: Object.fromEntries(
              codes.map((code) => [code, { value: problemBody({ code }, 'c0ffee') }]),
            ),
          },
        },
      },
    ]),
  );
}

function json(schema: string, more: { readonly example?: unknown }): OpenApiContent {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, ...more } };
}

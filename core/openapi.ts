import type { JsonSchema } from './field.ts';
import type { Form } from './form.ts';
import {
  answersSchema,
  entriesSchema,
  entrySchema,
  exampleAnswers,
  exampleEntry,
  sharedSchemas,
} from './openapi-schemas.ts';
import { problemBody, problems, type ProblemCode } from './problem.ts';
import {
  queryWords,
  requestHeaderWords,
  responseHeaderWords,
  routeWords,
  type Answer,
  type RouteWords,
} from './route-words.ts';
import { routes, type RouteName } from './routes.ts';

export type OpenApi = {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly { readonly idToken: readonly [] }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: {
    readonly securitySchemes: { readonly idToken: JsonSchema };
    readonly schemas: { readonly [name: string]: JsonSchema };
  };
};

export type Operation = {
  readonly operationId: string;
  /** The form, or `me` of what is about oneself. */
  readonly tags: readonly [tag: string];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: { readonly [status: string]: Response };
};

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
};

export type Response = {
  readonly description: string;
  readonly headers?: { readonly [name: string]: { readonly description: string } };
  readonly content: Content;
};

type Content = {
  readonly [type: string]: {
    readonly schema: JsonSchema;
    readonly example?: unknown;
    readonly examples?: { readonly [name: string]: { readonly value: unknown } };
  };
};

type Described = { readonly forms: readonly Form[]; readonly url: string };

/** The API of these forms at that address, as OpenAPI 3.1 describes it: one operation for each route of each form. */
export function openApi({ forms, url }: Described): OpenApi {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Formstead',
      version: '1',
      description:
        'A path or method that is not here is answered 403 by the gateway, and too many requests 429, with Retry-After, which a 503 has as well.',
    },
    servers: [{ url: url.replace(/\/$/, '') }],
    security: [{ idToken: [] }],
    tags: [
      ...forms.map(({ id, title }) => ({ name: id, description: title })),
      { name: 'me', description: 'Yourself' },
    ],
    paths: Object.fromEntries([...forms.flatMap(pathsOf), ...pathsOf()]),
    components: {
      securitySchemes: {
        idToken: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The id token from Amazon Cognito, as it is.',
        },
      },
      schemas: { ...sharedSchemas, ...Object.fromEntries(forms.flatMap(schemasOf)) },
    },
  };
}

function schemasOf(form: Form): readonly (readonly [name: string, schema: JsonSchema])[] {
  return [
    [`${form.id}.answers`, answersSchema(form)],
    [`${form.id}.entry`, entrySchema(form)],
    [`${form.id}.entries`, entriesSchema(form)],
  ];
}

/** Of the routes that belong to a form, one for each of them; of the others, once. */
function pathsOf(form?: Form): [path: string, methods: Record<string, Operation>][] {
  const paths = new Map<string, Record<string, Operation>>();
  for (const [name, { method, path }] of Object.entries(routes)) {
    if (path.startsWith('/{form}') !== (form !== undefined)) continue;
    const words = routeWords[name as RouteName];
    const formPath = path.replace('{form}', form?.id ?? '');
    const methods = paths.get(formPath) ?? {};
    methods[method.toLowerCase()] = operation(form, name, formPath, words);
    paths.set(formPath, methods);
  }
  return [...paths];
}

function operation(
  form: Form | undefined,
  route: string,
  path: string,
  words: RouteWords,
): Operation {
  const tag = form?.id ?? 'me';
  return {
    operationId: `${tag}.${route}`,
    tags: [tag],
    summary: words.summary,
    description: words.description,
    parameters: [...pathParameters(path), ...headerParameters(words), ...queryParameters(words)],
    ...(form &&
      words.takesAnswers && {
        requestBody: {
          required: true,
          content: json(`${form.id}.answers`, { example: exampleAnswers(form) }),
        },
      }),
    responses: {
      ...Object.fromEntries(
        Object.entries(words.answers).map(([status, it]) => [status, answered(form, it)]),
      ),
      '401': {
        description: 'The token is missing, expired or not for this API.',
        content: json('message', { example: { message: 'Unauthorized' } }),
      },
      ...refusals([
        ...words.refusals,
        ...(form ? (['not_found'] as const) : []),
        'internal',
        'unavailable',
      ]),
    },
  };
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    description: 'The entry’s id.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
    example: '018f3c2e-7b1a-7000-8000-0123456789ab',
  }));
}

function headerParameters({ headers = [] }: RouteWords): Parameter[] {
  return headers.map((name) => ({ name, in: 'header', ...requestHeaderWords[name] }));
}

function queryParameters({ query = [], required = [] }: RouteWords): Parameter[] {
  return query.map((name) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...queryWords[name],
  }));
}

function answered(form: Form | undefined, { is, description, headers }: Answer): Response {
  const example = form && exampleEntry(form);
  const bodies = {
    entry: () => json(`${form?.id}.entry`, { example }),
    entries: () => json(`${form?.id}.entries`, { example: { items: [example] } }),
    erased: () => json('erased', { example: { erased: 3, done: false } }),
    withdrawn: () => json('withdrawn', { example: { deleted: true } }),
    summary: () => json('summary', {}),
  };
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(headers.map((name) => [name, responseHeaderWords[name]])),
    }),
    content: bodies[is](),
  };
}

/** By status, of which several refusals may share one. */
function refusals(codes: readonly ProblemCode[]): { readonly [status: string]: Response } {
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

function json(schema: string, more: { readonly example?: unknown }): Content {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, ...more } };
}

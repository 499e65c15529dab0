import type { Entry } from '#core/entry.ts';

/** An entry as the API tells it, apart from the receipt that came with it. */
export type Told = Pick<
  Entry,
  'id' | 'answers' | 'derived' | 'version' | 'createdAt' | 'updatedAt'
> & {
  /** The version of the form that the answers are given to. Unknown of what an earlier app has kept. */
  readonly formVersion?: number;
  readonly receipt: Readonly<Record<string, unknown>>;
};

/** Everything that is not the form's receipt. */
const entryKeys: { readonly [Key in keyof Required<Entry>]: true } = {
  id: true,
  form: true,
  formVersion: true,
  username: true,
  answers: true,
  derived: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
};

/** The entry in a body, if there is one: what answers 200 need not be our API (a café's wifi does). */
export function toldEntry(body: unknown): Told | undefined {
  if (!isRecord(body)) return undefined;
  const { id, version, formVersion, createdAt, updatedAt = createdAt, answers, derived } = body;
  if (typeof id !== 'string' || typeof version !== 'number' || !isRecord(answers)) return undefined;
  if (typeof createdAt !== 'string' || typeof updatedAt !== 'string') return undefined;
  const receipt = Object.entries(body).filter(([key]) => !Object.hasOwn(entryKeys, key));
  return {
    id,
    answers,
    derived,
    version,
    ...(typeof formVersion === 'number' && { formVersion }),
    createdAt,
    updatedAt,
    receipt: Object.fromEntries(receipt),
  };
}

/** Which entry it is and in which version, and nothing of what it says. */
export function withoutAnswers({ id, version, createdAt, updatedAt }: Told): Told {
  return { id, version, createdAt, updatedAt, answers: {}, derived: undefined, receipt: {} };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

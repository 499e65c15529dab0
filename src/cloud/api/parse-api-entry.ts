import type { ClosedBecause } from '#core/files/file-check.ts';
import type { Entry } from '#core/form/entry.ts';
import type { ResponseState } from '#core/review/review.ts';
import { isRecord } from '#core/values/is-record.ts';

/** An entry as the API sends it, with the form's receipt in a property of its own. */
export type ApiEntry = Pick<
  Entry,
  'id' | 'answers' | 'derived' | 'version' | 'createdAt' | 'updatedAt'
> & {
  /** The version of the form that the answers belong to. Earlier versions of the app did not store it. */
  readonly formVersion?: number;
  /** Only of forms with logic. */
  readonly begunOn?: string;
  /** The ids of the files that have arrived. Only of entries with files. */
  readonly filesArrived?: readonly string[];
  /** Why files cannot be opened, by id, where they are scanned for malware. */
  readonly filesClosed?: { readonly [id: string]: ClosedBecause };
  readonly review?: ApiReview;
  readonly correction?: ApiCorrection;
  readonly receipt: Readonly<Record<string, unknown>>;
};

/** The review that counts, as its author or an owner sees it. */
export type ApiReview = {
  readonly state: ResponseState;
  readonly version: number;
  readonly at: string;
  readonly note?: string;
};

/** Why the form's owners have corrected the answers, and since when. */
export type ApiCorrection = { readonly reason: string; readonly at: string };

/** The keys of an entry. All others belong to the form's receipt. */
const entryKeys: { readonly [Key in keyof Required<Entry> | 'withdrawnAt' | 'filesClosed']: true } =
  {
    id: true,
    form: true,
    formVersion: true,
    begunOn: true,
    username: true,
    answers: true,
    derived: true,
    version: true,
    createdAt: true,
    updatedAt: true,
    withdrawnAt: true,
    deletedAt: true,
    isLate: true,
    savedAt: true,
    filesArrived: true,
    filesClosed: true,
    review: true,
    correction: true,
  };

/** The entry in a body, if it is one: a 200 need not come from our API (a captive portal sends it too). */
export function parseApiEntry(body: unknown): ApiEntry | undefined {
  if (!isRecord(body)) return undefined;
  const { id, version, formVersion, begunOn } = body;
  const {
    createdAt,
    updatedAt = createdAt,
    answers,
    derived,
    filesArrived,
    filesClosed,
    review,
    correction,
  } = body;
  if (typeof id !== 'string' || typeof version !== 'number' || !isRecord(answers)) return undefined;
  if (typeof createdAt !== 'string' || typeof updatedAt !== 'string') return undefined;
  const receipt = Object.entries(body).filter(([key]) => !Object.hasOwn(entryKeys, key));
  return {
    id,
    answers,
    derived,
    version,
    ...(typeof formVersion === 'number' && { formVersion }),
    ...(typeof begunOn === 'string' && { begunOn }),
    ...(Array.isArray(filesArrived) && {
      filesArrived: filesArrived.filter((it) => typeof it === 'string'),
    }),
    ...(isRecord(filesClosed) && { filesClosed: filesClosed as ApiEntry['filesClosed'] & object }),
    ...(isRecord(review) && { review: review as ApiReview }),
    ...(isRecord(correction) && { correction: correction as ApiCorrection }),
    createdAt,
    updatedAt,
    receipt: Object.fromEntries(receipt),
  };
}

/** The entries in a list from the API or the cache, without anything else in it. Undefined if it is no list. */
export function parseApiEntries(list: unknown): readonly ApiEntry[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.map(parseApiEntry).filter((it) => it !== undefined);
}

/** Only the entry's id, version and times. */
export function withoutAnswers({ id, version, createdAt, updatedAt }: ApiEntry): ApiEntry {
  return { id, version, createdAt, updatedAt, answers: {}, derived: undefined, receipt: {} };
}

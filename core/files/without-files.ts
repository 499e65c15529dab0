import { isRecord } from '../values/is-record.ts';
import { isFileReference } from './file-reference.ts';

type Answers = { readonly [field: string]: unknown };

/** The answers without the references to these files, those inside repeats included. No empty list is left behind. */
export function withoutFiles(answers: Answers, ids: ReadonlySet<string>): Answers {
  const left = Object.entries(answers).map(([field, it]) => [field, withoutFilesInList(it, ids)]);
  return Object.fromEntries(left.filter(([, it]) => it !== undefined));
}

function withoutFilesInList(answer: unknown, ids: ReadonlySet<string>): unknown {
  if (!Array.isArray(answer)) return answer;
  const left = answer.flatMap((it: unknown) => {
    if (isFileReference(it)) return ids.has(it.id) ? [] : [it];
    return [isRecord(it) ? withoutFiles(it, ids) : it];
  });
  return left.length < answer.length && left.length === 0 ? undefined : left;
}

import { isRecord } from '../values/is-record.ts';
import { isFileReference, type FileReference } from './file-reference.ts';

/**
 * All files that answers refer to, those inside repeats included. By their shape: the answers may be to a version of
 * the form that is gone, and its files are still to be sent, opened or erased.
 */
export function filesIn(answers: unknown): readonly FileReference[] {
  return isRecord(answers) ? Object.values(answers).flatMap(filesInList) : [];
}

/** A list of files, or of the instances of a repeat, which contains no further repeat. */
function filesInList(answer: unknown): readonly FileReference[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((it: unknown) => {
    if (isFileReference(it)) return [it];
    const inside = isRecord(it) ? Object.values(it) : [];
    return inside.flatMap((each) => (Array.isArray(each) ? each.filter(isFileReference) : []));
  });
}

import type { FileReference } from '#core/files/file-reference.ts';
import type { ClosedBecause } from '#core/files/file-check.ts';
import { filesIn } from '#core/files/files-in.ts';
import type { Response } from '../data/response.ts';

/** A file, and the response that refers to it. */
export type FormFile = {
  readonly file: FileReference;
  readonly response: Response;
  readonly hasArrived: boolean;
  /** Why it cannot be opened, even if it has arrived. */
  readonly closed?: ClosedBecause;
};

export function filesOf(responses: readonly Response[]): readonly FormFile[] {
  return responses.flatMap((response) => {
    const { answers, filesArrived = [], filesClosed } = response;
    return filesIn(answers).map((file) => {
      const closed = filesClosed?.[file.id];
      const hasArrived = filesArrived.includes(file.id);
      return { file, response, hasArrived, ...(closed && { closed }) };
    });
  });
}

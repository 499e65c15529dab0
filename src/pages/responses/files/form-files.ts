import type { FileReference } from '#core/files/file-reference.ts';
import { filesIn } from '#core/files/files-in.ts';
import type { Response } from '../data/response.ts';

/** A file, and the response that refers to it. */
export type FormFile = {
  readonly file: FileReference;
  readonly response: Response;
  readonly hasArrived: boolean;
};

export function filesOf(responses: readonly Response[]): readonly FormFile[] {
  return responses.flatMap((response) => {
    const { answers, filesArrived = [] } = response;
    return filesIn(answers).map((file) => ({
      file,
      response,
      hasArrived: filesArrived.includes(file.id),
    }));
  });
}

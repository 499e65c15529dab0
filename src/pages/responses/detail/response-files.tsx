import { filesIn } from '#core/files/files-in.ts';
import { useDeps } from '../../../deps.ts';
import EntryFiles from '../../entry/entry-files.tsx';
import type { Response } from '../data/response.ts';

type Props = { readonly form: string; readonly response: Response };

/** The files of a response, if it has any. */
export function ResponseFiles({ form, response }: Props) {
  const { call } = useDeps();
  const { answers, username, id, filesArrived = [] } = response;
  const files = filesIn(answers);
  if (files.length === 0) return null;
  return (
    <EntryFiles
      files={files}
      arrived={filesArrived}
      waiting={[]}
      open={(file) => call('openResponseFile', { form, username, id, file })}
    />
  );
}

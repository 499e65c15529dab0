import { filesIn } from '#core/files/files-in.ts';
import { useDeps } from '../../../deps.ts';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import type { Response } from '../data/response.ts';

const EntryFiles = lazyPart(() => import('../../entry/entry-files.tsx'), { Missing: () => null });

type Props = { readonly form: string; readonly response: Response };

/** The files of a response, if it has any. */
export function ResponseFiles({ form, response }: Props) {
  const { call } = useDeps();
  const { answers, username, id, filesArrived = [], filesClosed: closed } = response;
  const files = filesIn(answers);
  if (files.length === 0) return null;
  return (
    <EntryFiles
      files={files}
      arrived={filesArrived}
      waiting={[]}
      {...(closed && { closed })}
      open={(file, query) => call('openResponseFile', { form, username, id, file }, { query })}
    />
  );
}

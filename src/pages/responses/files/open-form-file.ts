import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';
import { openedUrl } from '../../entry/opened-url.ts';
import type { FormFile } from './form-files.ts';

/** The address of a file, or of the small copy of a picture, for a few minutes. */
export async function openFormFile(
  call: ApiCaller,
  form: string,
  { file, response: { username, id } }: Pick<FormFile, 'file' | 'response'>,
  { small = false } = {},
): Promise<Result<string, ApiFailure>> {
  const parameters = { form, username, id, file: file.id };
  const opened = await call('openResponseFile', parameters, small ? { query: '?small=true' } : {});
  if (!opened.ok) return opened;
  const url = openedUrl(opened);
  return url === undefined ? notFromOurApi : ok(url);
}

import type { FileWriter } from '../pages/responses/export/file-writer.ts';
import type { Response } from '../pages/responses/data/response.ts';

/** The text of an exported file that has these responses. */
export async function exportedText(
  writer: FileWriter,
  responses: readonly Response[],
): Promise<string> {
  const added = responses.map((it) => writer.add(it)).join('');
  const rewrite = writer.rewriting?.();
  const parts = await writer.parts([rewrite ? rewrite(added) : added]);
  return parts.map(String).join('');
}

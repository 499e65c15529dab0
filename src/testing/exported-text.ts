import type { FileWriter } from '../pages/responses/export/file-writer.ts';
import type { Response } from '../pages/responses/data/response.ts';

/** The text of an exported file that has these responses. */
export async function exportedText(
  writer: FileWriter,
  responses: readonly Response[],
): Promise<string> {
  for (const response of responses) writer.add(response);
  return (await writer.parts()).map(String).join('');
}

import { filesIn } from '#core/files/files-in.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Response } from '../data/response.ts';
import { responseLink } from '../data/response-link.ts';
import { currentResponse } from '../data/current-response.ts';
import type { FileWriter } from './file-writer.ts';

/** For programs: a list of entries as the API sends them. */
export function jsonWriter(form: Form): FileWriter {
  const records: string[] = [];
  return {
    ending: 'json',
    mediaType: 'application/json',
    add: (response) => void records.push(jsonRecord(form, response)),
    parts: () => ['[\n', records.join(',\n'), '\n]\n'],
  };
}

/** For programs that read one entry a line, so that they need not have all in memory: https://jsonlines.org */
export function jsonLinesWriter(form: Form): FileWriter {
  const records: string[] = [];
  return {
    ending: 'jsonl',
    mediaType: 'application/jsonl',
    add: (response) => void records.push(`${jsonRecord(form, response)}\n`),
    parts: () => records,
  };
}

function jsonRecord(form: Form, response: Response): string {
  const { receipt, ...entry } = response;
  const notRelevant = [...currentResponse(form, response).notRelevant];
  return JSON.stringify({
    ...receipt,
    form: form.id,
    ...entry,
    ...(notRelevant.length > 0 && { notRelevant }),
    ...(filesIn(response.answers).length > 0 && { link: responseLink(form.id, response) }),
  });
}

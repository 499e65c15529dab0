import { filesIn } from '#core/files/files-in.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Response } from '../data/response.ts';
import { responseLink } from '../data/response-link.ts';
import { currentResponse } from '../data/current-response.ts';
import type { FileWriter } from './file-writer.ts';

/** For programs: a list of entries as the API sends them. */
export function jsonWriter(form: Form): FileWriter {
  let before = '';
  return {
    ending: 'json',
    mediaType: 'application/json',
    add(response) {
      const text = `${before}${jsonRecord(form, response)}`;
      before = ',\n';
      return text;
    },
    parts: (added) => ['[\n', ...added, '\n]\n'],
  };
}

/** For programs that read one entry a line, so that they need not have all in memory: https://jsonlines.org */
export function jsonLinesWriter(form: Form): FileWriter {
  return {
    ending: 'jsonl',
    mediaType: 'application/jsonl',
    add: (response) => `${jsonRecord(form, response)}\n`,
    parts: (added) => added,
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

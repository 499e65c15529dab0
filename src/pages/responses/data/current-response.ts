import { toCurrentAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { notRelevantIn, type NotRelevant } from '#core/logic/not-relevant.ts';
import { computeOnce } from '#core/values/compute-once.ts';
import type { Response } from './response.ts';

/** A response to the form as it is now, and which of its questions were not asked, computed when it is needed. */
export type CurrentResponse = { readonly response: Response; readonly notRelevant: NotRelevant };

/** Server and page may have different versions of the form. */
export function currentResponse(form: Form, stored: Response): CurrentResponse {
  const response = { ...stored, answers: toCurrentAnswers(form, stored) };
  const notRelevant = computeOnce(() => notRelevantIn(form, response));
  return {
    response,
    get notRelevant() {
      return notRelevant();
    },
  };
}

import { fieldOf } from '#core/form/field-of.ts';
import { questionId } from '../controls/question.ts';

/**
 * Focuses the first control of a question. Focusing alone could scroll its label out of sight.
 * @param path of the field; inside a repeat, of the answer
 * @returns whether the question’s controls are on the page already
 */
export function goToQuestion(path: string): boolean {
  const label = labelOf(path) ?? labelOf(fieldOf(path));
  label?.scrollIntoView();
  const control =
    document.getElementById(questionId(path)) ??
    label?.closest('.question')?.querySelector<HTMLElement>('input, select, textarea, button');
  control?.focus({ preventScroll: true });
  return control !== null && control !== undefined;
}

function labelOf(path: string): HTMLElement | null {
  return document.getElementById(`${questionId(path)}-label`);
}

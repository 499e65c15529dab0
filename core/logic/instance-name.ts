import type { InstanceQuestions } from '../form/field.ts';
import { callSafely } from '../form/safe-call.ts';
import { isBlank } from '../values/blank.ts';
import type { LogicCall } from './call-logic.ts';

type Answers = { readonly [name: string]: unknown };

/**
 * The name that a repeat gives an instance for its answers so far; `undefined` if it has none yet.
 * @param logic who is told if the repeat's function fails
 */
export function instanceName(
  { item }: Pick<InstanceQuestions, 'item'>,
  answersSoFar: Answers,
  logic: LogicCall = { form: '', function: 'item', onFormError: undefined },
): string | undefined {
  const call = () => item?.(answersSoFar as never, undefined as never);
  const name = callSafely({ ...logic, call });
  return typeof name === 'string' && !isBlank(name) ? name : undefined;
}

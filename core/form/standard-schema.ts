import type { Answers } from './answers.ts';
import type { Form } from './define-form.ts';
import { parseAnswers } from './parse-answers.ts';
import { withFallbacks } from './placeholders.ts';

type StandardSchema<Output> = {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'formstead';
    validate(value: unknown):
      | { readonly value: Output }
      | {
          readonly issues: readonly {
            readonly message: string;
            readonly path: readonly string[];
          }[];
        };
    readonly types?: { readonly input: unknown; readonly output: Output };
  };
};

/** A form as a Standard Schema v1, for any library that takes one: https://standardschema.dev */
export function standardSchema<F extends Form>(form: F): StandardSchema<Answers<F>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'formstead',
      validate(value) {
        const parsed = parseAnswers(form, value);
        if (parsed.ok) return { value: parsed.value };
        return {
          issues: parsed.problem.map(({ field, message }) => ({
            message: withFallbacks(message),
            path: field === '' ? [] : field.split('/'),
          })),
        };
      },
    },
  };
}

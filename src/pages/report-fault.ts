import type { Fault } from '#core/fault.ts';

/** For the form's author: answers to another version of it, or what a newer server chose. */
export function reportFault({ form, function: name, error }: Fault): void {
  console.error(`The form "${form}" failed in ${name}: ${error}.`);
}

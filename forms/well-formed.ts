import { refuseMalformed } from '#core/well-formed.ts';
import { forms } from './index.ts';
import { reservedIds } from './reserved-ids.ts';

/** Throws what is wrong with the forms of this deployment, in sentences: before it is synthesized, and before it is built. */
export function refuseMalformedForms(): void {
  refuseMalformed({ forms, reservedIds });
}

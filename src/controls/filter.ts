import type { Control, Options } from '#core/form/field.ts';
import type { responsesMessages } from '../messages/en/responses.ts';

/** The answers that owners can filter by, with their labels: those that the summary counts one by one. */
export type FieldFilter = (
  control: Control,
  messages: typeof responsesMessages,
) => Options | undefined;

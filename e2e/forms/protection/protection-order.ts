import { defineForm } from '#core/form/define-form.ts';
import { eventFields, eventLogic, eventPages } from './protection-events.ts';
import { peopleFields, peopleLogic, peoplePages } from './protection-people.ts';
import { wishFields, wishLogic, wishPages } from './protection-wishes.ts';

/** An order that protects somebody from a relative: as large as the application to a court. */
export const protectionOrder = defineForm({
  id: 'protection-order',
  version: 1,
  title: 'Apply for a protection order',
  introduction: 'Nobody is told that you fill this in. You can stop at any time.',
  action: 'Send to the court',
  fields: { ...peopleFields, ...eventFields, ...wishFields },
  bounds: { ...peopleLogic.bounds, ...wishLogic.bounds },
  when: { ...peopleLogic.when, ...eventLogic.when, ...wishLogic.when },
  rules: wishLogic.rules,
  pages: [...peoplePages, ...eventPages, ...wishPages],
});

import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form.ts';

const common = { id: 'visits', title: 'Visits', action: 'Announce' } as const;
const room = text({ label: 'Room', optional: true });

/** As the app asks it on a device that has not been updated yet. */
export const visitsBefore = defineForm({
  ...common,
  version: 1,
  fields: { name: text({ label: 'Name' }), room },
});

/** Its second version, which has renamed a field. */
export const visits = defineForm({
  ...common,
  version: 2,
  fields: { guest: text({ label: 'Guest' }), room },
  migrate(answers) {
    const { name, ...rest } = answers as { readonly name: string };
    return { guest: name, ...rest };
  },
});

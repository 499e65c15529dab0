import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

const common = { id: 'visits', title: 'Visits', action: 'Announce' } as const;
const table = text({ label: 'Table', optional: true });

/** The first version, for devices that are not up to date. */
export const visitsBefore = defineForm({
  ...common,
  version: 1,
  fields: { name: text({ label: 'Name' }), table },
});

/** The second version, which renames a field. */
export const visits = defineForm({
  ...common,
  version: 2,
  fields: { guest: text({ label: 'Guest' }), table },
  migrate(answers) {
    const { name, ...rest } = answers as { readonly name: string };
    return { guest: name, ...rest };
  },
});

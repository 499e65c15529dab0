import { choice, number, text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';

/** A form with a condition, a calculated value with a label and one without, and an earlier answer in a label. */
export const waterForm = defineForm({
  id: 'water',
  version: 1,
  title: 'Water',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    source: choice({
      label: 'Where does {name|this person} get water?',
      options: [
        ['tap', 'A tap'],
        ['other', 'Somewhere else'],
      ],
    }),
    other: text({ label: 'Where?', optional: true }),
    metres: number({ label: 'How far is it?', optional: true, unit: 'm' }),
  },
  when: {
    other: ({ source }) => source === 'other',
    metres: ({ source }) => source === 'other',
  },
  calculate: {
    kilometres: ({ metres }) => (metres === undefined ? undefined : metres / 1000),
    isFar: ({ kilometres }: { readonly kilometres?: unknown }) => Number(kilometres) > 1,
  },
  calculatedLabels: { kilometres: 'Kilometres' },
  notify: { to: 'owners', newEntry: true },
});

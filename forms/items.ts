import { choice, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

/** An item of a to-do list. */
export const items = defineForm({
  id: 'items',
  version: 1,
  title: 'Add an item',
  introduction: 'Add something to your to-do list.',
  action: 'Add',
  fields: {
    title: text({ label: 'Title', noun: 'the title', max: 200, example: 'Deploy to production' }),
    status: choice({
      label: 'Status',
      noun: 'the status',
      options: [
        ['pending', 'Pending'],
        ['done', 'Done'],
      ],
      default: 'pending',
    }),
  },
  receipt: ({ id, username, answers }) => ({
    userId: username,
    itemId: id,
    title: answers.title,
    status: answers.status,
  }),
  thanks: ({ answers }) => `“${answers.title}” is on the list.`,
});

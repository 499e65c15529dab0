import { file, text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';

/** A form that asks for files, small and large ones of several types. */
export const photosForm = defineForm({
  id: 'photos',
  version: 1,
  title: 'Photos',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    photos: file({
      label: 'Photos',
      types: [
        'image/jpeg',
        'image/png',
        'application/pdf',
        'application/zip',
        'text/csv',
        'text/plain',
      ],
      largest: 100_000_000,
      fewest: 1,
      most: 9,
      optional: true,
    }),
  },
});

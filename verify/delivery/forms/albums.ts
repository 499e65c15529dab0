import { file, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

/** What an album accepts. */
export const albumFiles = { types: ['application/pdf', 'image/png'], most: 4 } as const;

/** Entries with files, of any size that is sent whole or in parts. */
export const albums = defineForm({
  id: 'albums',
  version: 1,
  title: 'Albums',
  action: 'Send',
  fields: {
    title: text({ label: 'Title' }),
    files: file({
      label: 'Files',
      ...albumFiles,
      fewest: 1,
      largest: 12_000_000,
      optional: true,
    }),
  },
});

import type { ListTable } from '#core/form/list.ts';

/** The districts of two regions, for docs/fields.md. */
const districts: ListTable = {
  columns: ['value', 'label', 'region'],
  rows: [
    ['bath', 'Bath', 'west'],
    ['bristol', 'Bristol', 'west'],
    ['dover', 'Dover', 'south'],
    ['hastings', 'Hastings', 'south'],
  ],
};

export default districts;

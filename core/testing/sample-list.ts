import type { ListTable } from '../form/list.ts';

/** A short list of a long one’s kind: districts, by region. */
export default {
  columns: ['value', 'label', 'ar', 'region'],
  rows: [
    ['giza', 'Giza', 'الجيزة', 'cairo'],
    ['helwan', 'Helwan', 'حلوان', 'cairo'],
    ['banha', 'Banha', 'بنها', 'delta'],
    ['tanta', 'Tanta', 'طنطا', 'delta'],
  ],
} satisfies ListTable;

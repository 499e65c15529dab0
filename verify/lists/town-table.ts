import type { ListTable } from '../../core/form/list.ts';

const beginnings = ['Al', 'Bel', 'Cor', 'Dor', 'Él', 'Far', 'Gor', 'Hel', 'Is', 'Jor'];
const endings = ['burg', 'ville', 'stad', 'heim', 'ton', 'ford', 'mouth', 'dorf', 'borg', 'grad'];

export const regions = Array.from({ length: 10 }, (_, i) => [`r${i}`, `Region ${i}`] as const);

/** Ten thousand towns, a tenth in each region. */
export const townTable: ListTable = {
  columns: ['value', 'label', 'region'],
  rows: Array.from({ length: 10_000 }, (_, i) => [
    `p${i}`,
    `${beginnings[i % 10]}${endings[Math.floor(i / 10) % 10]} ${Math.floor(i / 100)}`,
    `r${i % 10}`,
  ]),
};

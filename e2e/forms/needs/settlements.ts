import type { ListTable } from '#core/form/list.ts';

/** Invented settlements, each in a district, and of a kind. */
const first = ['Bar', 'Dun', 'Gal', 'Hir', 'Jow', 'Kis', 'Lug', 'Mar', 'Qor', 'Sab', 'Tog', 'Wad'];
const last = ['aale', 'dera', 'gaban', 'hoose', 'kore', 'lane', 'weyn'];
const kinds = ['town', 'village', 'camp'];

const settlements: ListTable = {
  columns: ['value', 'label', 'district', 'kind', 'ar'],
  rows: ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((region) =>
    [1, 2, 3].flatMap((district) =>
      first.flatMap((a, i) =>
        last.map((b, j) => {
          const number = i * last.length + j + 1;
          const value = `${region}${district}-${number}`;
          return [
            value,
            `${a}${b} ${region.toUpperCase()}${district}`,
            `${region}${district}`,
            kinds[number % 3] ?? '',
            `قرية ${value}`,
          ];
        }),
      ),
    ),
  ),
};

export default settlements;

import type { ListTable } from '#core/form/list.ts';

/** Invented councils. */
const first = ['North', 'South', 'East', 'West', 'Upper', 'Lower', 'Great', 'Little'];
const second = ['Ashford', 'Brookley', 'Carrow', 'Denby', 'Elmham', 'Farley', 'Harle', 'Ketton'];
const third = ['Moor', 'Vale', 'Coast', 'Wold', 'Fen'];

const councils: ListTable = {
  columns: ['value', 'label', 'ar'],
  rows: first.flatMap((a, i) =>
    second.flatMap((b, j) =>
      third.map((c, k) => {
        const number = i * 40 + j * 5 + k + 1;
        return [`council-${number}`, `${a} ${b} ${c}`, `مجلس ${number}`];
      }),
    ),
  ),
};

export default councils;

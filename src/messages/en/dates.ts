/** The controls of a month, and of a date with a time. */
export const datesMessages = {
  month: 'Month',
  year: 'Year',
  chooseMonth: 'Choose a month',
  zone: (offset: string) => `Time zone: UTC${offset}`,
};

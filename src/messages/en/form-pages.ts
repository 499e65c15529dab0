import { formatNumber } from '../number-format.ts';

/** Forms with several pages. */
export const formPagesMessages = {
  next: 'Continue',
  back: 'Back',
  position: (page: number, count: number) => `Page ${formatNumber(page)} of ${formatNumber(count)}`,
  countChanged: (count: number) =>
    count === 1
      ? 'Because of your answers, this form now has 1 page.'
      : `Because of your answers, this form now has ${formatNumber(count)} pages.`,
  goOnAt: (page: string) => `Go on to “${page}”`,
  checkAnswers: 'Check your answers',
  beforeSending: 'You can still change them before you send the form.',
  change: 'Change',
};

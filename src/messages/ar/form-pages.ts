import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const formPagesMessages: Messages['formPages'] = {
  next: 'متابعة',
  back: 'رجوع',
  position: (page, count) => `الصفحة ${formatNumber(page)} من ${formatNumber(count)}`,
  countChanged: (count) => `بناءً على إجاباتك، أصبح عدد صفحات هذا النموذج ${formatNumber(count)}.`,
  goOnAt: (page) => `الانتقال إلى «${page}»`,
  checkAnswers: 'راجع إجاباتك',
  beforeSending: 'ما زال بإمكانك تغييرها قبل إرسال النموذج.',
  change: 'تغيير',
};

import type { Messages } from '../namespaces.ts';

export const limitsMessages: Messages['limits'] = {
  opensOn: (time) => `يُفتح في ${time}`,
  closedOn: (time) => `أُغلق في ${time}`,
  comeBack: 'يمكنك ملء هذا النموذج من ذلك الوقت.',
  noMore: 'لم يعد هذا النموذج يقبل إجابات.',
  draftIsKept: 'ما ملأته حتى الآن محفوظ على هذا الجهاز.',
  myEntries: 'إدخالاتي',
};

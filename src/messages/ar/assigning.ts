import type { Messages } from '../namespaces.ts';

export const assigningMessages: Messages['assigning'] = {
  assigned: 'مُسند إلى',
  choose: 'إسناد إلى',
  nobody: 'لا أحد',
  me: (address) => `${address} (أنت)`,
  noLonger: (address) => `${address} (لم يعد عضوًا)`,
  assign: 'إسناد',
  saved: 'حُفظ على هذا الجهاز، وسيُرسل في أقرب وقت.',
  notSaved: 'لم ينجح ذلك. لم يتغير شيء.',
  waiting: 'حُفظ على هذا الجهاز ولم يُرسل بعد',
  refused: 'لم يقبله الخادم.',
  seeOutbox: 'عرض الصادر',
  by: (who, at) => `أسنده ${who}، ${at}.`,
  you: 'أنت',
  reassigned(yours, who, now) {
    const before = yours === undefined ? 'كنت قد ألغيت إسناده.' : `كنت قد أسندته إلى: ${yours}.`;
    const after = now === undefined ? `ثم ألغى ${who} إسناده.` : `ثم أسنده ${who} إلى: ${now}.`;
    return `${before} ${after}`;
  },
  onlyMembers: 'لا يظهر إلا مالكو هذا النموذج ومراجعوه الذين يمكنهم رؤية هذا الرد.',
  giveRoles: 'منح دور لشخص',
};

import type { Messages } from '../namespaces.ts';

export const invitedMessages: Messages['invited'] = {
  fromLink: 'من رابطك الشخصي، ولا يمكنك تغييره هنا.',
  needsLink: 'تحتاج إلى رابط شخصي',
  openLink: 'هذا النموذج للمدعوّين فقط. افتح الرابط الذي وصلك.',
  incomplete: 'هذا الرابط ناقص',
  openWhole: 'ربما فُقد جزء منه. افتحه من جديد كما وصلك، أو اطلب رابطًا جديدًا ممن أرسله.',
  expired: 'انتهت صلاحية هذا الرابط',
  askForNew: 'اطلب رابطًا جديدًا ممن أرسله إليك.',
  invalid: 'هذا الرابط غير صالح',
};

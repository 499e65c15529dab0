import type { Messages } from '../namespaces.ts';

export const addressMessages: Messages['address'] = {
  line1: 'سطر العنوان الأول',
  line2: 'سطر العنوان الثاني',
  town: 'المدينة أو البلدة',
  region: 'المحافظة أو الولاية أو المنطقة',
  postcode: 'الرمز البريدي',
  country: 'البلد',
};

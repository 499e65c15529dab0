import type { FormTranslation } from '#core/form/translate-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ride } from '../ride.ts';

export const rideInArabic: FormTranslation<typeof ride> = {
  title: 'اطلب وحيد قرن',
  introduction: 'قل لنا أين أنت، وسيأتي إليك أول وحيد قرن متاح.',
  action: 'اطلب وحيد القرن',
  fields: { PickupLocation: { label: 'مكان الانطلاق', noun: 'مكان الانطلاق' } },
  receiptLabels: {
    RideId: 'رقم الرحلة',
    Unicorn: 'وحيد القرن',
    Name: 'الاسم',
    Color: 'اللون',
    Gender: 'الجنس',
    Eta: 'يصل خلال',
    Rider: 'الراكب',
    Angel: 'أنجل',
    Gil: 'جيل',
    Rocinante: 'روسينانتي',
    White: 'أبيض',
    Yellow: 'أصفر',
    Male: 'ذكر',
    Female: 'أنثى',
    '30 seconds': '30 ثانية',
  },
  thanks: ({ derived }) => {
    const { Name } = (derived as { Unicorn?: { Name?: string } } | undefined)?.Unicorn ?? {};
    return Name && `وحيد القرن ${getOwn(names, Name) ?? Name} في الطريق إليك.`;
  },
};

const names: { readonly [name: string]: string } = {
  Angel: 'أنجل',
  Gil: 'جيل',
  Rocinante: 'روسينانتي',
};

import type { FormTranslation } from '#core/form/translate-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ride } from '../ride.ts';

export const rideInArabic: FormTranslation<typeof ride> = {
  title: 'اطلب وحيد قرن',
  introduction: 'أخبرنا أين أنت، وسيأتي إليك أول وحيد قرن متاح.',
  action: 'اطلب وحيد القرن',
  fields: { PickupLocation: { label: 'مكان الانطلاق', noun: 'مكان الانطلاق' } },
  receiptLabels: { Eta: 'يصل خلال', '30 seconds': '30 ثانية' },
  thanks: ({ derived }) => {
    const { Name } = (derived as { Unicorn?: { Name?: string } } | undefined)?.Unicorn ?? {};
    return Name && `وحيد القرن ${getOwn(names, Name) ?? Name} في الطريق إليك.`;
  },
  nextStep: 'انتظر حيث أنت من فضلك.',
};

const names: { readonly [name: string]: string } = {
  Angel: 'أنجل',
  Gil: 'جيل',
  Rocinante: 'روسينانتي',
};

import { address, date, phone, text } from '#core/fields/index.ts';

/** @param whose such as `your` */
export function firstName(whose: string) {
  return text({ label: `${whose} first name`, max: 60 });
}

export function middleName(whose: string) {
  return text({ label: `${whose} middle name`, max: 60, optional: true });
}

export function lastName(whose: string) {
  return text({ label: `${whose} last name`, max: 60 });
}

export function birthday(whose: string) {
  return date({ label: `${whose} date of birth` });
}

export function homeAddress(whose: string) {
  return address({ label: `${whose} address`, parts: ['line1', 'town', 'region', 'postcode?'] });
}

export function homePhone(whose: string) {
  return phone({ label: `${whose} telephone number`, country: 'CA' });
}

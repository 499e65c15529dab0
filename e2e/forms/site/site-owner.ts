import {
  acknowledge,
  choice,
  email,
  month,
  note,
  number,
  phone,
  text,
} from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo, yesNoUnsure } from '../usual-options.ts';
import { photoNumber } from './photo-number.ts';

export const ownerFields = {
  safety: acknowledge({
    label: 'Before you begin',
    text: 'Look for cables, open wells and unsafe walls. **Leave at once** if you feel unsafe.',
    statement: 'I have looked around, and the site is safe to assess',
  }),
  consentAsk: note({
    label: 'Say who you are',
    text: 'Introduce yourself, show your badge, and explain what happens with the answers.',
  }),
  consent: choice({ label: 'Does the person in charge agree to the assessment?', options: yesNo }),
  refusedWhy: text({ label: 'Why do they not agree?', max: 200 }),
  ownerName: text({ label: 'Who is in charge of the site?', max: 80 }),
  ownerRole: choice({
    label: 'What is their part in it?',
    options: [
      ['owner', 'Owner'],
      ['tenant', 'Tenant'],
      ['council', 'Member of the council'],
      ['guard', 'Guard'],
      ['other', 'Something else'],
    ],
    other: 'other',
  }),
  ownerPhone: phone({ label: 'Their telephone number', country: 'KE', optional: true }),
  ownerEmail: email({ label: 'Their email address', optional: true }),
  owned: choice({
    label: 'Who owns the land?',
    options: [
      ['state', 'The state'],
      ['private', 'A private person or company'],
      ['religious', 'A religious body'],
      ['common', 'The community'],
      ['unsure', 'Nobody knows'],
    ],
  }),
  agreed: choice({ label: 'Is there a written agreement to use it?', options: yesNoUnsure }),
  agreedUntil: month({ label: 'Until when does the agreement last?', optional: true }),
  agreementPhoto: photoNumber('the agreement'),
  fee: number({ label: 'What is asked for a day of use?', unit: 'KES', min: 0, max: 1_000_000 }),
};

export const ownerLogic = {
  when: {
    refusedWhy: ({ consent }) => consent === 'no',
    agreedUntil: ({ agreed }) => agreed === 'yes',
    agreementPhoto: ({ agreed }) => agreed === 'yes',
    fee: ({ owned }) => owned === 'private' || owned === 'religious',
  },
} satisfies PartLogic<typeof ownerFields>;

export const ownerPages = [
  { title: 'Safety', fields: ['safety'] },
  { title: 'Consent', fields: ['consentAsk', 'consent', 'refusedWhy'] },
  { title: 'Person in charge', fields: ['ownerName', 'ownerRole', 'ownerPhone', 'ownerEmail'] },
  { title: 'Land', fields: ['owned', 'agreed', 'agreedUntil', 'agreementPhoto', 'fee'] },
] as const;

import { consent, text } from '#core/fields/index.ts';
import { namesOf } from '../parts.ts';

export const signatureFields = {
  agreesToCode: consent({ label: 'The code', statement: 'The work will follow the building code' }),
  agreesToVisit: consent({ label: 'Visits', statement: 'An inspector may visit the building' }),
  isTrue: consent({ label: 'Truth', statement: 'What I say here is true' }),
  signature: text({ label: 'Type your name as your signature', max: 120 }),
};

export const signaturePages = [
  { title: 'Before you send', fields: namesOf(signatureFields) },
] as const;

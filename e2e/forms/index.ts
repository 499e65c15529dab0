import type { Form } from '#core/form/define-form.ts';
import { communityGrant } from './grant/community-grant.ts';
import { wildlifeLicence } from './licence/wildlife-licence.ts';
import { householdNeeds } from './needs/household-needs.ts';
import { buildingPermit } from './permit/building-permit.ts';
import { protectionOrder } from './protection/protection-order.ts';
import { siteAssessment } from './site/site-assessment.ts';

/**
 * Six forms as large as those that people use, each written after one of them, in words of our own: the survey of
 * households in a country, the assessment of a site by an aid organisation, the application to a public fund, to an
 * agency for a licence, to a city for a permit, and to a court for protection. This file takes the place of
 * `forms/index.ts` where the app is built for them.
 */
export const forms: readonly [Form, ...Form[]] = [
  householdNeeds,
  siteAssessment,
  communityGrant,
  wildlifeLicence,
  buildingPermit,
  protectionOrder,
];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}

import { defineForm } from '#core/form/define-form.ts';
import { accessFields, accessLogic, accessPages } from './site-access.ts';
import { locationFields, locationLogic, locationPages } from './site-location.ts';
import { ownerFields, ownerLogic, ownerPages } from './site-owner.ts';
import { planFields, planLogic, planPages } from './site-plan.ts';
import { serviceFields, serviceLogic, servicePages } from './site-services.ts';

/** Whether aid can be distributed at a site: as large as the assessment of an aid organisation, in thirty screens. */
export const siteAssessment = defineForm({
  id: 'site-assessment',
  version: 1,
  title: 'Assessment of a distribution site',
  introduction: 'Walk over the site with this form. It works without a signal.',
  action: 'Send the assessment',
  fields: { ...locationFields, ...ownerFields, ...accessFields, ...serviceFields, ...planFields },
  calculate: serviceLogic.calculate,
  offered: locationLogic.offered,
  bounds: { ...locationLogic.bounds, ...serviceLogic.bounds, ...planLogic.bounds },
  when: { ...ownerLogic.when, ...accessLogic.when, ...serviceLogic.when, ...planLogic.when },
  rules: [...accessLogic.rules, ...planLogic.rules],
  pages: [...locationPages, ...ownerPages, ...accessPages, ...servicePages, ...planPages],
});

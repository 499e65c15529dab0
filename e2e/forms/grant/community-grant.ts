import { defineForm } from '#core/form/define-form.ts';
import { costFields, costLogic, costPages } from './grant-costs.ts';
import { organisationFields, organisationLogic, organisationPages } from './grant-organisation.ts';
import { projectFields, projectLogic, projectPages } from './grant-project.ts';

/** A grant for a building: as large as the application to a public fund, mostly one question a page. */
export const communityGrant = defineForm({
  id: 'community-grant',
  version: 1,
  title: 'Apply for a grant for your town',
  introduction: 'You can leave at any time and go on later.',
  action: 'Send the application',
  fields: { ...organisationFields, ...projectFields, ...costFields },
  calculate: costLogic.calculate,
  bounds: { ...organisationLogic.bounds, ...projectLogic.bounds, ...costLogic.bounds },
  when: { ...organisationLogic.when, ...projectLogic.when, ...costLogic.when },
  rules: [...projectLogic.rules, ...costLogic.rules],
  pages: [...organisationPages, ...projectPages, ...costPages],
});

import { defineForm } from '#core/form/define-form.ts';
import { peopleFields, peopleLogic, peoplePages } from './licence-people.ts';
import { siteFields, siteLogic, sitePages } from './licence-site.ts';
import { surveyFields, surveyLogic, surveyPages } from './licence-survey.ts';
import { workFields, workLogic, workPages } from './licence-work.ts';

/** A licence to work where protected newts live: as large as an application to a government agency. */
export const wildlifeLicence = defineForm({
  id: 'wildlife-licence',
  version: 1,
  title: 'Apply for a wildlife licence',
  introduction: 'For work that affects crested newts. It takes about an hour.',
  action: 'Send the application',
  fields: { ...peopleFields, ...siteFields, ...surveyFields, ...workFields },
  bounds: {
    ...peopleLogic.bounds,
    ...siteLogic.bounds,
    ...surveyLogic.bounds,
    ...workLogic.bounds,
  },
  when: { ...peopleLogic.when, ...siteLogic.when, ...surveyLogic.when, ...workLogic.when },
  rules: [...surveyLogic.rules, ...workLogic.rules],
  pages: [...peoplePages, ...sitePages, ...surveyPages, ...workPages],
});

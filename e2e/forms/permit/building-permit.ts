import { defineForm } from '#core/form/define-form.ts';
import { buildingFields, buildingLogic, buildingPages } from './permit-building.ts';
import { peopleFields, peopleLogic, peoplePages } from './permit-people.ts';
import { signatureFields, signaturePages } from './permit-signature.ts';
import { tradeFields, tradeLogic, tradePages } from './permit-trades.ts';
import { workFields, workLogic, workPages } from './permit-work.ts';

/** A permit to build: as large as the application to a city. */
export const buildingPermit = defineForm({
  id: 'building-permit',
  version: 1,
  title: 'Apply for a building permit',
  introduction:
    'For work on a building in the city. It takes an hour, and you can stop at any time.',
  action: 'Send the application',
  fields: { ...peopleFields, ...buildingFields, ...workFields, ...tradeFields, ...signatureFields },
  calculate: { ...buildingLogic.calculate, ...workLogic.calculate },
  bounds: { ...peopleLogic.bounds, ...buildingLogic.bounds, ...workLogic.bounds },
  when: { ...peopleLogic.when, ...buildingLogic.when, ...workLogic.when, ...tradeLogic.when },
  rules: [...buildingLogic.rules, ...workLogic.rules, ...tradeLogic.rules],
  pages: [...peoplePages, ...buildingPages, ...workPages, ...tradePages, ...signaturePages],
});

import { defineForm } from '#core/form/define-form.ts';
import { displacementFields, displacementLogic, displacementPages } from './needs-displacement.ts';
import { foodFields, foodLogic, foodPages } from './needs-food.ts';
import { healthFields, healthLogic, healthPages } from './needs-health.ts';
import { householdFields, householdLogic, householdPages } from './needs-household.ts';
import { incomeFields, incomeLogic, incomePages } from './needs-income.ts';
import { safetyFields, safetyLogic, safetyPages } from './needs-safety.ts';
import { schoolFields, schoolLogic, schoolPages } from './needs-school.ts';
import { shelterFields, shelterLogic, shelterPages } from './needs-shelter.ts';
import { startFields, startLogic, startPages } from './needs-start.ts';
import { waterFields, waterLogic, waterPages } from './needs-water.ts';

/** What households need after a drought or a war: as large as the survey of all aid organisations of a country. */
export const householdNeeds = defineForm({
  id: 'household-needs',
  version: 1,
  title: 'What households need',
  introduction: 'An interview of an hour and a half. It works without a signal.',
  action: 'Send the interview',
  fields: {
    ...startFields,
    ...householdFields,
    ...displacementFields,
    ...foodFields,
    ...incomeFields,
    ...healthFields,
    ...waterFields,
    ...shelterFields,
    ...schoolFields,
    ...safetyFields,
  },
  calculate: {
    ...householdLogic.calculate,
    ...foodLogic.calculate,
    ...incomeLogic.calculate,
    ...healthLogic.calculate,
    ...waterLogic.calculate,
    ...shelterLogic.calculate,
    ...schoolLogic.calculate,
  },
  offered: {
    ...startLogic.offered,
    ...displacementLogic.offered,
    ...incomeLogic.offered,
    ...waterLogic.offered,
    ...shelterLogic.offered,
    ...schoolLogic.offered,
    ...safetyLogic.offered,
  },
  bounds: {
    ...startLogic.bounds,
    ...householdLogic.bounds,
    ...displacementLogic.bounds,
    ...foodLogic.bounds,
    ...incomeLogic.bounds,
    ...healthLogic.bounds,
    ...waterLogic.bounds,
    ...shelterLogic.bounds,
    ...schoolLogic.bounds,
    ...safetyLogic.bounds,
  },
  when: {
    ...startLogic.when,
    ...householdLogic.when,
    ...displacementLogic.when,
    ...foodLogic.when,
    ...incomeLogic.when,
    ...healthLogic.when,
    ...waterLogic.when,
    ...shelterLogic.when,
    ...schoolLogic.when,
    ...safetyLogic.when,
  },
  rules: [
    ...householdLogic.rules,
    ...displacementLogic.rules,
    ...foodLogic.rules,
    ...incomeLogic.rules,
    ...healthLogic.rules,
    ...waterLogic.rules,
    ...shelterLogic.rules,
    ...schoolLogic.rules,
    ...safetyLogic.rules,
  ],
  pages: [
    ...startPages,
    ...householdPages,
    ...displacementPages,
    ...foodPages,
    ...incomePages,
    ...healthPages,
    ...waterPages,
    ...shelterPages,
    ...schoolPages,
    ...safetyPages,
  ],
});

import { expect, test } from 'vitest';
import { countCodePoints } from '../values/characters.ts';
import { longestViewName, viewName } from './view-name.ts';

test('a name is one tidy line that is not too long', () => {
  expect(viewName('  North \n region ')).toBe('North region');
  expect(viewName('\u200B')).toBe('');
  expect(countCodePoints(viewName('🦄'.repeat(100)))).toBe(longestViewName);
});

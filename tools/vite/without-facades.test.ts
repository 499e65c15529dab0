import { expect, test } from 'vitest';
import { importDirectly, passedOnBy } from './without-facades.ts';

const facade = { code: 'import{i as t,a}from"./until-sent-Ab1.js";export{t as default,a as b};' };
const passedOn = passedOnBy({ ...facade, moduleIds: [] });

test('what a file only passes on is imported from where it is', () => {
  const code = 'load(()=>import("./error-summary-Cd2.js"),[]);import("./own-Ef3.js")';
  const direct = importDirectly(code, (it) =>
    it === 'error-summary-Cd2.js' ? passedOn : undefined,
  );
  expect(direct).toBe(
    'load(()=>import("./until-sent-Ab1.js").then(e=>({default:e.i,b:e.a})),[]);import("./own-Ef3.js")',
  );
});

test.each([
  ['has code of its own', 'import{t}from"./a.js";let b=t+1;export{b as default};', []],
  ['has a module', facade.code, ['/src/a.ts']],
  ['passes on from two files', 'import{t}from"./a.js";import{s}from"./b.js";export{s,t};', []],
  ['only loads another', 'import"./a.js";', []],
])('a file that %s stays', (_, code, moduleIds) => {
  expect(passedOnBy({ code, moduleIds })).toBeUndefined();
});

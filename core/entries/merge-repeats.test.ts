import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mistakesAfter, type Operation } from '../testing/concurrent-edits.ts';
import { mergeAnswers } from './merge-answers.ts';

type Person = { readonly id: string; readonly [field: string]: unknown };
type Answers = { readonly people?: readonly Person[] };

const [ann, bob, cem, dag, eva] = [1, 2, 3, 4, 5].map(
  (it) => `018f3c2e-7b1a-7000-8000-00000000000${it}`,
) as [string, string, string, string, string];

const person = (id: string, age = 40): Person => ({ id, age });
const base = { people: [person(ann), person(bob), person(cem)] };
const merged = (mine: readonly Person[], theirs: readonly Person[]) => {
  const sides = { base, mine: { people: mine }, theirs: { people: theirs } };
  const result = mergeAnswers(sides);
  expect(mergeAnswers({ base, mine: sides.theirs, theirs: sides.mine })).toEqual(result);
  return { ...result, people: (result.answers as Answers).people };
};

test('changes to different instances, and to different answers of one, are merged', () => {
  const { people, conflicts } = merged(
    [person(ann, 41), { ...person(bob), name: 'Bob' }, person(cem)],
    [person(ann), person(bob, 42), person(cem)],
  );
  expect(people).toEqual([person(ann, 41), { ...person(bob, 42), name: 'Bob' }, person(cem)]);
  expect(conflicts).toEqual([]);
});

test('only the same answer changed on both sides is a conflict, and can be decided', () => {
  const mine = { people: [person(ann, 41), person(bob), person(cem)] };
  const theirs = { people: [person(ann, 42), person(bob, 42), person(cem)] };
  const path = `people/${ann}/age`;
  expect(mergeAnswers({ base, mine, theirs }).conflicts).toEqual([path]);
  expect(mergeAnswers({ base, mine, theirs, decision: { [path]: 'mine' } })).toEqual({
    answers: { people: [person(ann, 41), person(bob, 42), person(cem)] },
    conflicts: [],
  });
});

test('both add, and both additions stay, in the order of their ids where the place is the same', () => {
  const both = merged([...base.people, person(eva)], [...base.people, person(dag)]);
  expect(both.people?.map((it) => it.id)).toEqual([ann, bob, cem, dag, eva]);
});

test('an addition stays behind what it was added after', () => {
  const [first, second, third] = base.people as [Person, Person, Person];
  const { people } = merged([first, person(dag), second, third], [third, first, second]);
  expect(people?.map((it) => it.id)).toEqual([cem, ann, dag, bob]);
});

test('a removed instance is gone, unless the other side has changed it: then somebody decides', () => {
  const [, second, third] = base.people as [Person, Person, Person];
  expect(merged([second, third], [person(ann), person(bob, 42), third]).people).toEqual([
    person(bob, 42),
    third,
  ]);
  const theirs = { people: [person(ann, 41), second, third] };
  const mine = { people: [second, third] };
  const path = `people/${ann}`;
  expect(mergeAnswers({ base, mine, theirs }).conflicts).toEqual([path]);
  expect(mergeAnswers({ base, mine, theirs, decision: { [path]: 'theirs' } }).answers).toEqual(
    theirs,
  );
  expect(mergeAnswers({ base, mine, theirs, decision: { [path]: 'mine' } }).answers).toEqual(mine);
});

test('an order that both changed is no conflict: one of the two is taken', () => {
  const [first, second, third] = base.people as [Person, Person, Person];
  const { people, conflicts } = merged([second, first, third], [third, first, second]);
  expect(conflicts).toEqual([]);
  expect([
    [bob, ann, cem],
    [cem, ann, bob],
  ]).toContainEqual(people?.map((it) => it.id));
});

test('removing the last instances leaves no answer', () => {
  expect(mergeAnswers({ base, mine: {}, theirs: { people: [] } }).answers).toEqual({});
  const added = { people: [...base.people, person(dag)] };
  expect(mergeAnswers({ base, mine: {}, theirs: added }).answers).toEqual({
    people: [person(dag)],
  });
});

const job = (id: string, title: string) => ({ id, title });

test('repeats inside repeats are merged the same way', () => {
  const withJobs = (...jobs: object[]) => ({ people: [{ ...person(ann), jobs }] });
  const result = mergeAnswers({
    base: withJobs(job(bob, 'Baker'), job(cem, 'Cook')),
    mine: withJobs(job(bob, 'Miller'), job(cem, 'Chef')),
    theirs: withJobs(job(bob, 'Miller'), job(cem, 'Head'), job(dag, 'New')),
  });
  expect(result).toEqual({
    answers: withJobs(job(bob, 'Miller'), { id: cem }, job(dag, 'New')),
    conflicts: [`people/${ann}/jobs/${cem}/title`],
  });
});

const operation = fc.record({
  device: fc.constantFrom<0 | 1>(0, 1),
  is: fc.constantFrom<Operation['is']>('edit', 'add', 'remove', 'move', 'send'),
  at: fc.nat({ max: 5 }),
});

test('two devices edit, add, remove, move and send: both end alike, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 9 }), (operations) => {
      expect(mistakesAfter(operations)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

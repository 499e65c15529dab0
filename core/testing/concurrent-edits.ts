import { mergeAnswers } from '../entries/merge-answers.ts';
import { canonicalJson } from '../values/canonical-json.ts';

/** One thing done on one of two devices that change the same entry. */
export type Operation = {
  readonly device: 0 | 1;
  readonly is: 'edit' | 'add' | 'remove' | 'move' | 'send';
  /** Which instance. */
  readonly at: number;
};

type Person = { readonly id: string; readonly [field: string]: unknown };
type Answers = { readonly people?: readonly Person[] };
type Device = { base: Answers; mine: Answers };

const start: Answers = {
  people: ['1', '2', '3'].map((it) => ({
    id: `018f3c2e-7b1a-7000-8000-00000000000${it}`,
    age: 40,
  })),
};

/**
 * Two devices begin with the same three instances, do all this, and then both send. Conflicts are decided by whoever
 * sends. Returns what is wrong; empty if both end alike, nothing is lost, and conflicts are only about what both have
 * touched.
 */
export function mistakesAfter(operations: readonly Operation[]): readonly string[] {
  const mistakes: string[] = [];
  let stored = start;
  const devices: readonly [Device, Device] = [
    { base: stored, mine: stored },
    { base: stored, mine: stored },
  ];
  /** Who has touched which answers since they last saw the other's. Removing an instance touches all of it. */
  const touched = [new Set<string>(), new Set<string>()] as const;
  const known = new Set((start.people ?? []).map(({ id }) => id));
  const removed = new Set<string>();

  function send(n: 0 | 1): void {
    const device = devices[n];
    const sides = { base: device.base, mine: device.mine, theirs: stored };
    const { conflicts } = mergeAnswers(sides);
    for (const path of conflicts)
      if (!touched.every((it) => [...it].some((other) => isWithin(path, other))))
        mistakes.push(`Nobody else touched ${path}.`);
    const decision = Object.fromEntries(conflicts.map((path) => [path, 'mine'] as const));
    const { answers } = mergeAnswers({ ...sides, decision });
    Object.assign(device, { base: answers, mine: answers });
    stored = answers;
  }

  for (const [step, operation] of operations.entries()) {
    const { device: n, is } = operation;
    if (is === 'send') {
      send(n);
      continue;
    }
    const before = devices[n].mine.people ?? [];
    const after = changed(before, operation, step);
    devices[n].mine = { people: after };
    for (const it of before)
      if (!after.some(({ id }) => id === it.id)) {
        removed.add(it.id);
        touched[n].add(`people/${it.id}`);
      }
    for (const it of after) {
      known.add(it.id);
      if (is === 'edit' && !before.includes(it)) touched[n].add(`people/${it.id}/age`);
    }
  }
  for (const n of [0, 1, 0, 1] as const) send(n);
  const [mine, theirs] = devices.map((it) => canonicalJson(it.mine));
  if (mine !== theirs) mistakes.push(`They end differently: ${mine} and ${theirs}.`);
  const left = (stored.people ?? []).map(({ id }) => id);
  if (new Set(left).size < left.length) mistakes.push('An instance is there twice.');
  for (const id of known)
    if (!removed.has(id) && !left.includes(id)) mistakes.push(`${id} is lost.`);
  return mistakes;
}

/** Whether one path is the other, or within it. */
function isWithin(path: string, other: string): boolean {
  return `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`);
}

function changed(people: readonly Person[], { is, at, device }: Operation, step: number) {
  const chosen = people[at % Math.max(people.length, 1)];
  const age = 100 * (device + 1) + step;
  if (is === 'add' || !chosen) {
    const id = `018f3c2e-7b1a-7000-8000-0000000001${device}${step}`;
    return people.toSpliced(at % (people.length + 1), 0, { id, age });
  }
  const others = people.filter((it) => it !== chosen);
  if (is === 'remove') return others;
  if (is === 'move') return others.toSpliced((at + 1) % people.length, 0, chosen);
  return people.map((it) => (it === chosen ? { ...it, age } : it));
}

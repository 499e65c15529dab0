/**
 * The attackers of `flood.verify.ts`, as a process of their own: `node verify/flood/attack-process.ts <API's URL>
 * <form> <entries a second>`. They are other people's machines, so they take what processor time this one has left.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../core/values/id.ts';
import { solvedPuzzle } from '../../tools/testing/solved-puzzle.ts';
import { postFrom } from './post-from.ts';

const addresses = 516;
const [apiUrl = '', form = '', perSecond = ''] = process.argv.slice(2);
setPriority(constants.priority.PRIORITY_LOW);

/** Each address sends without a solution, with a guessed one, and with one that solves another entry's puzzle. */
const today = new Date().toISOString().slice(0, 10);
const another = solvedPuzzle({ form, deviceKey: 'k'.repeat(43), entry: randomUUID() });
const answers = { fname: 'Somebody', lname: 'Attack', email: 'stranger@example.com' };
const statuses: number[] = [];
for (const shield of [undefined, `puzzle=${today}.7`, another]) {
  const wave = Array.from({ length: addresses }, async (_, i) => {
    await sleep((i * 1000) / Number(perSecond));
    return postFrom({ apiUrl }, form, {
      deviceKey: randomBytes(32).toString('base64url'),
      entry: newId({ now: Date.now(), random: randomBytes(10) }),
      from: `127.${20 + (i >> 8)}.${i & 255}.9`,
      answers,
      shield,
    });
  });
  statuses.push(...(await Promise.all(wave)));
}
process.stdout.write(JSON.stringify(statuses));

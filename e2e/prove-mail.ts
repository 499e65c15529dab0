/**
 * `npm run prove:mail [-- --entries 500 --seed 1]`: every entry is confirmed once, whatever happens,
 * and of one person's no more than ten an hour;
 * and the same run without the marker and the key shows that the check would notice.
 */
import { parseArgs } from 'node:util';
import { mailInChaos } from './mail-chaos.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const plan = { entries: Number(values.entries), seed: Number(values.seed) };

const careful = await mailInChaos(plan);
const isProven =
  careful.once === careful.expected && careful.twice === 0 && careful.greedy.mails === 10;
say(`with marker and key     ${JSON.stringify(careful)}: ${isProven ? 'proven' : 'NOT PROVEN'}`);
const careless = await mailInChaos({ ...plan, careless: true });
const isAlive = careless.twice > 0;
say(
  `without marker and key  ${JSON.stringify(careless)}: ${isAlive ? 'fails, as it must' : 'THE CHECK IS DEAD'}`,
);
process.exitCode = isProven && isAlive ? 0 : 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

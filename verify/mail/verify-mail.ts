/**
 * `npm run verify -- mail [--entries 500 --seed 1]`: every entry is confirmed exactly once, whatever fails,
 * and nobody gets more than ten mails an hour. The same run without delivery records and idempotency keys
 * must find duplicates, which shows that the check works.
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
const isVerified =
  careful.once === careful.expected && careful.twice === 0 && careful.greedy.mails === 10;
print(
  `with delivery records and keys     ${JSON.stringify(careful)}: ${isVerified ? 'verified' : 'FAILED'}`,
);
const careless = await mailInChaos({ ...plan, careless: true });
const findsDuplicates = careless.twice > 0;
print(
  `without delivery records and keys  ${JSON.stringify(careless)}: ${findsDuplicates ? 'fails, as expected' : 'THE CHECK DOES NOT WORK'}`,
);
process.exitCode = isVerified && findsDuplicates ? 0 : 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

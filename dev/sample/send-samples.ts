/**
 * `npm run sample -- 300 [form]`: fills the forms with responses that look real, so that there is something to
 * read. They are sent through the API, by accounts of their own; only to the cloud on this machine.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { formById, forms } from '#forms/index.ts';
import type { Form } from '#core/form/define-form.ts';
import { newId } from '#core/values/id.ts';
import type { Outputs } from '../../tools/operate/cognito-sign-in.ts';
import { failureText } from '../../tools/operate/connection-error.ts';
import { openAws } from '../../tools/operate/signed-aws-calls.ts';
import { demoAccounts, demoPassword } from '../demo-accounts.ts';
import { print } from '../print.ts';
import { outputsFile } from '../project-paths.ts';
import { openAccount } from './sample-accounts.ts';
import { sampleAnswers } from './sample-answers.ts';
import { samplePeople, type SamplePerson } from './sample-people.ts';

/** A token is good for a quarter of an hour, and this many take less. */
const most = 5000;

/** Requests at the same time. */
const lanes = 4;

const [number = '100', only] = process.argv.slice(2);
const count = Number(number);
const filled = only === undefined ? forms : [formById(only)].filter((it) => it !== undefined);
const url = existsSync(outputsFile) ? localPoolUrl() : undefined;

if (!Number.isInteger(count) || count < 1 || count > most)
  giveUp(`Give a number of responses from 1 to ${most}: npm run sample -- 300`);
else if (filled.length === 0)
  giveUp(`There is no form "${only}". The forms are: ${forms.map(({ id }) => id).join(', ')}`);
else if (url === undefined)
  giveUp('The local cloud is not running. In another terminal, run: npm start');
else await fill(url).catch((error: unknown) => giveUp(failureText(error, url)));

async function fill(localUrl: string): Promise<void> {
  const started = performance.now();
  const outputs = readOutputs();
  const aws = await openAws(localUrl);
  // Signing in takes longer than sending, so that a person sends about 25 responses.
  const people = samplePeople.slice(0, Math.max(Math.min(count, 3), Math.ceil(count / 25)));
  const senders: { readonly person: SamplePerson; readonly token: string }[] = [];
  for (const person of people)
    senders.push({ person, token: await openAccount({ outputs, aws }, person) });

  print(`  ${people.length} accounts are ready. Sending ${count} responses …`);
  const waiting = Array.from({ length: count }, (_, n) => n);
  const sendNext = async (): Promise<void> => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
      const form = filled[n % filled.length] as Form;
      const { person, token } = senders[
        Math.floor(Math.random() * senders.length)
      ] as (typeof senders)[0];
      const answers = await sampleAnswers(form, { person, now: Date.now(), random: Math.random });
      await send(`${outputs.custom.API.formstead.endpoint}${form.id}`, token, answers);
    }
  };
  await Promise.all(Array.from({ length: lanes }, sendNext));

  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [, owner] = demoAccounts;
  print(`
  ${count} responses from ${people.length} people, sent in ${seconds} s: ${filled.map(({ title }) => title).join(', ')}.
  All have the current time, because the API sets it.

  To read them, sign in as ${owner?.email} and open Responses. The people can sign in too, for example
  ${people[0]?.email}, with the password ${demoPassword}. npm run reset deletes all of this.
`);
}

async function send(address: string, token: string, answers: object): Promise<void> {
  const id = newId({ now: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) });
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: token, 'Idempotency-Key': id },
    body: JSON.stringify(answers),
  });
  if (response.status === 429) {
    await wait(1000);
    return send(address, token, answers);
  }
  if (!response.ok)
    throw new Error(`${address} returned ${response.status}: ${await response.text()}`);
}

/** The address of the local user pool. A backend in AWS has none, so that nothing is ever sent there. */
function localPoolUrl(): string | undefined {
  return readOutputs().custom.userPoolEndpoint;
}

function readOutputs(): Outputs {
  return JSON.parse(readFileSync(outputsFile, 'utf8')) as Outputs;
}

function giveUp(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

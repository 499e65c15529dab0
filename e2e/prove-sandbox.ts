/**
 * `npm run prove:sandbox`: Amplify's own command, unmodified, deploys this very backend into an AWS account on
 * this machine, changes it and takes it down again; and a person signs up and submits through it in Chromium.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tools/browser.js';
import { openDesk } from './ampx.ts';
import { buildApp, serveBuilt } from './app.ts';
import { mailsTo } from './inbox.ts';
import { password, signInTo } from './person.ts';
import { rowsIn } from './rows.ts';
import { sendAsOneself, signUp } from './sign-in-page.ts';

const email = 'newcomer@example.com';
const secret = 're_prove_sandbox';
let failed = 0;

await using desk = await openDesk();
const rows = () => rowsIn({ database: { engineUrl: desk.awsUrl } });
const entries = async () => (await rows()).filter((it) => String(it['sk']).startsWith('entry#'));
const signedIn = () => signInTo(desk.outputs(), { username: email, password });

const steps: readonly [string, () => Promise<void>][] = [
  [
    'a secret is set, listed and read back',
    async () => {
      await desk.ampx('sandbox secret set RESEND_API_KEY', secret);
      assert.match(await desk.ampx('sandbox secret list'), /RESEND_API_KEY/);
      assert.match(await desk.ampx('sandbox secret get RESEND_API_KEY'), RegExp(secret));
    },
  ],
  [
    'the backend is deployed, and amplify_outputs.json written',
    async () => {
      const said = await desk.ampx('sandbox --once');
      assert.match(said, /CREATE_COMPLETE \| AWS::DynamoDB::Table/, said);
      assert.match(said, /Deployment completed/, said);
      assert.match(desk.outputs().custom.API.formstead.endpoint, /^http:\/\/localhost:\d+\/v1\/$/);
    },
  ],
  [
    'a newcomer signs up and submits through it in Chromium',
    async () => {
      // The function has the key that was set, or there is no mail.
      await fetch(`${desk.awsUrl}/faults`, {
        method: 'PUT',
        body: JSON.stringify({ key: secret }),
      });
      await joinAsNewcomer();
      const [entry, ...others] = await entries();
      assert.deepEqual(others, []);
      assert.deepEqual(entry?.['answers'], { fname: 'Mickey', lname: 'Mouse', email });
    },
  ],
  [
    'the mail function asks Parameter Store for its secret, and sends with it',
    async () => {
      const inbox = { url: await desk.inboxUrl() };
      const mails = await mailsTo({ inbox }, email, 2);
      assert.match(mails.map((it) => it.subject).join(), /Thank you for joining/);
    },
  ],
  [
    'a change of a form is deployed over it, and nobody loses anything',
    async () => {
      const before = await rows();
      edit(
        'forms/pwausers.ts',
        /fname: text\(/,
        `city: text({ label: 'City', optional: true }),\n    fname: text(`,
      );
      const said = await desk.ampx('sandbox --once');
      assert.match(said, /UPDATE_COMPLETE \| AWS::Lambda::Function/, said);
      assert.deepEqual(await rows(), before);
      const person = await signedIn();
      const response = await person.submit('pwausers', {
        fname: 'Minnie',
        lname: 'Mouse',
        city: 'Lucca',
      });
      assert.equal(response.status, 201);
    },
  ],
  [
    'what cannot be deployed is said to be so, and what was there runs on',
    async () => {
      const undo = edit(
        'amplify/backend.ts',
        /const gateway = /,
        `new (await import('aws-cdk-lib/aws-s3')).Bucket(backend.mail.stack, 'Films');\nconst gateway = `,
      );
      const said = await desk.ampx('sandbox --once');
      undo();
      assert.match(said, /CREATE_FAILED \| AWS::S3::Bucket/, said);
      assert.match(said, /does not run these resources.*AWS::S3::Bucket/s, said);
      assert.match(said, /UPDATE_ROLLBACK_COMPLETE/, said);
      assert.equal((await (await signedIn()).get('pwausers')).status, 200);
    },
  ],
  [
    'the account is killed, and is as it was when it starts again',
    async () => {
      const before = await rows();
      await desk.crash();
      assert.deepEqual(await rows(), before);
      assert.equal((await (await signedIn()).get('pwausers')).status, 200);
    },
  ],
  [
    'the secret is removed',
    async () => {
      await desk.ampx('sandbox secret remove RESEND_API_KEY');
      assert.doesNotMatch(await desk.ampx('sandbox secret list'), /RESEND_API_KEY/);
    },
  ],
  [
    'the sandbox is deleted, with everything in it',
    async () => {
      const said = await desk.ampx('sandbox delete --yes');
      assert.match(said, /Finished deleting/, said);
      assert.deepEqual(readdirSync(join(desk.copy, '.local/account/stacks')), []);
      await assert.rejects(rows(), /no dynamodb/);
      assert.ok(!existsSync(join(desk.copy, '.local/cdk.out')));
    },
  ],
];

for (const [name, step] of steps) {
  const started = performance.now();
  const error = await step().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${error === undefined ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (error === undefined) continue;
  failed += 1;
  process.stdout.write(`${error instanceof Error ? error.stack : 'No error was thrown.'}\n`);
}
process.stdout.write(`sandbox: ${steps.length} steps, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** The production build, over the outputs as ampx wrote them, in the hands of somebody new. */
async function joinAsNewcomer(): Promise<void> {
  const outDir = join(desk.copy, 'dist');
  await buildApp({ outputs: desk.outputs(), outDir, house: desk.copy });
  await using app = await serveBuilt(outDir);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${app.url}/pwausers`);
    await page.getByLabel('First name').fill('Mickey');
    await page.getByLabel('Last name').fill('Mouse');
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await signUp(page, { email, password, cloud: { inbox: { url: await desk.inboxUrl() } } });
    await sendAsOneself(page);
    await page.getByRole('heading', { name: 'Delivered' }).waitFor();
  } finally {
    await browser.close();
  }
}

/** Changes a file of the copy; gives how to undo it. */
function edit(file: string, what: RegExp, into: string): () => void {
  const path = join(desk.copy, file);
  const text = readFileSync(path, 'utf8');
  assert.match(text, what);
  writeFileSync(path, text.replace(what, into));
  return () => writeFileSync(path, text);
}

/**
 * `npm run verify -- sandbox`: Amplify's own command, unmodified, deploys this backend to an AWS account on
 * this machine, changes and deletes it; and a person signs up and submits through it in Chromium.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../tools/chromium.js';
import { openSandboxAccount } from './sandbox-account.ts';
import { buildApp, serveBuilt } from '../../e2e/testing/app/build-app.ts';
import { mailsTo } from '../../e2e/testing/backend/read-mails.ts';
import { password, signInTo } from '../../e2e/testing/backend/signed-in-person.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import { signUp } from '../../e2e/testing/browser/sign-in-steps.ts';

const email = 'newcomer@example.com';
const secret = 're_verify_sandbox';
let failed = 0;

await using account = await openSandboxAccount();
const rows = () => tableRows({ database: { engineUrl: account.awsUrl } });
const entries = async () => (await rows()).filter((it) => String(it['sk']).startsWith('entry#'));
const signedIn = () => signInTo(account.outputs(), { username: email, password });

const steps: readonly [string, () => Promise<void>][] = [
  [
    'a secret is set, listed and read back',
    async () => {
      await account.ampx('sandbox secret set RESEND_API_KEY', secret);
      assert.match(await account.ampx('sandbox secret list'), /RESEND_API_KEY/);
      assert.match(await account.ampx('sandbox secret get RESEND_API_KEY'), RegExp(secret));
    },
  ],
  [
    'the backend is deployed, and amplify_outputs.json written',
    async () => {
      const output = await account.ampx('sandbox --once');
      assert.match(output, /CREATE_COMPLETE \| AWS::DynamoDB::Table/, output);
      assert.match(output, /Deployment completed/, output);
      assert.match(
        account.outputs().custom.API.formstead.endpoint,
        /^http:\/\/localhost:\d+\/v1\/$/,
      );
    },
  ],
  [
    'a new person signs up and submits in Chromium',
    async () => {
      // Without the key that was set, the function would send no mail.
      await fetch(`${account.awsUrl}/faults`, {
        method: 'PUT',
        body: JSON.stringify({ key: secret }),
      });
      await signUpAndSubmit();
      const [entry, ...others] = await entries();
      assert.deepEqual(others, []);
      assert.deepEqual(entry?.['answers'], { fname: 'Mickey', lname: 'Mouse', email });
    },
  ],
  [
    'the mail function gets its secret from Parameter Store and sends',
    async () => {
      const inbox = { url: await account.inboxUrl() };
      const mails = await mailsTo({ inbox }, email, 2);
      assert.match(mails.map((it) => it.subject).join(), /Thank you for joining/);
    },
  ],
  [
    'a changed form is deployed, and nothing is lost',
    async () => {
      const before = await rows();
      edit(
        'forms/pwausers.ts',
        /fname: text\(/,
        `city: text({ label: 'City', optional: true }),\n    fname: text(`,
      );
      const output = await account.ampx('sandbox --once');
      assert.match(output, /UPDATE_COMPLETE \| AWS::Lambda::Function/, output);
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
    'a resource that cannot be deployed is reported, and the old deployment continues to run',
    async () => {
      const undo = edit(
        'amplify/backend.ts',
        /const gateway = /,
        `new (await import('aws-cdk-lib/aws-sns')).Topic(backend.mail.stack, 'News');\nconst gateway = `,
      );
      const output = await account.ampx('sandbox --once');
      undo();
      assert.match(output, /CREATE_FAILED \| AWS::SNS::Topic/, output);
      assert.match(output, /does not run these resources.*AWS::SNS::Topic/s, output);
      assert.match(output, /UPDATE_ROLLBACK_COMPLETE/, output);
      assert.equal((await (await signedIn()).get('pwausers')).status, 200);
    },
  ],
  [
    'the account is killed, and has the same state after a restart',
    async () => {
      const before = await rows();
      await account.crash();
      assert.deepEqual(await rows(), before);
      assert.equal((await (await signedIn()).get('pwausers')).status, 200);
    },
  ],
  [
    'the secret is removed',
    async () => {
      await account.ampx('sandbox secret remove RESEND_API_KEY');
      assert.doesNotMatch(await account.ampx('sandbox secret list'), /RESEND_API_KEY/);
    },
  ],
  [
    'the sandbox is deleted, with everything in it',
    async () => {
      const output = await account.ampx('sandbox delete --yes');
      assert.match(output, /Finished deleting/, output);
      assert.deepEqual(readdirSync(join(account.copy, '.local/account/stacks')), []);
      await assert.rejects(rows(), /no dynamodb/);
      assert.ok(!existsSync(join(account.copy, '.local/cdk.out')));
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

/** A new person uses the production build, with the outputs that ampx wrote. */
async function signUpAndSubmit(): Promise<void> {
  const outDir = join(account.copy, 'dist');
  await buildApp({ outputs: account.outputs(), outDir, projectFolder: account.copy });
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
    await signUp(page, { email, password, cloud: { inbox: { url: await account.inboxUrl() } } });
    await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
  } finally {
    await browser.close();
  }
}

/** Changes a file of the copy. Returns a function that undoes it. */
function edit(file: string, what: RegExp, into: string): () => void {
  const path = join(account.copy, file);
  const text = readFileSync(path, 'utf8');
  assert.match(text, what);
  writeFileSync(path, text.replace(what, into));
  return () => writeFileSync(path, text);
}

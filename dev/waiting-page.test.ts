import { expect, test } from 'vitest';
import { anyFreePort } from '../packages/amplify-local/machine/free-ports.ts';
import { startWaitingPage } from './waiting-page.ts';

test('the page shows the errors as text and reloads itself; once it stops, the port is free', async () => {
  const port = await anyFreePort();
  let message = 'Form "a": <script> & co';
  const page = await startWaitingPage(port, () => message);
  const url = `http://localhost:${port}/pwausers`;
  const answer = await fetch(url);
  expect(answer.status).toBe(503);
  const html = await answer.text();
  expect(html).toContain('Form &#34;a&#34;: &#60;script&#62; &#38; co');
  expect(html).toContain('http-equiv="refresh"');
  message = 'Something else';
  expect(await (await fetch(url)).text()).toContain('Something else');
  await page[Symbol.asyncDispose]();
  await expect(fetch(url)).rejects.toThrow();
});

import { expect, test } from 'vitest';
import type { StoredCounts } from '#core/entries/store/entry-store.ts';
import type { Form } from '#core/form/define-form.ts';
import { noCounts, type CountBy } from '#core/summary/counts.ts';
import { waterForm } from '#core/testing/water-form.ts';
import { mulberry32 } from '../../../tools/testing/mulberry32.ts';
import { createMemoryTable } from '../../testing/memory-table.ts';
import type { ReadyMail } from '../compose-mails.ts';
import { createDeliveryRecords } from '../delivery-records.ts';
import type { SendResult } from '../mail-provider.ts';
import { sendReports } from './send-reports.ts';

const owners = ['ada@example.com', 'bob@example.com'];
const hour = 3_600_000;

type Options = {
  readonly notify?: Form['notify'];
  readonly recipients?: readonly string[];
  readonly send?: () => SendResult;
};

const daily = { to: 'owners', digest: 'daily' } as const;

/** A form, its counts, a clock, and the provider's mails by their key. */
function createReporting({ notify = daily, recipients = owners, send }: Options = {}) {
  const table = createMemoryTable();
  const form = { ...waterForm, notify } as Form;
  let at = Date.parse('2026-11-24T00:00:00Z');
  const counts = { statuses: {} as CountBy, reviews: undefined as CountBy | undefined };
  const state = { withheld: 0, recountedAt: 'then' as string | undefined };
  const mails = new Map<string, ReadyMail>();
  const lines: string[] = [];
  const now = () => new Date(at);
  const deps = {
    table,
    readCounts: async (): Promise<StoredCounts> => ({
      counts: {
        ...noCounts,
        statuses: { ...counts.statuses },
        ...(counts.reviews && { reviews: { ...counts.reviews } }),
      },
      ...(state.recountedAt !== undefined && { recountedAt: state.recountedAt }),
    }),
    noticeQuota: { withheldOf: async () => state.withheld },
    deliveryRecords: createDeliveryRecords({ table, now }),
    provider: {
      async send(mail: ReadyMail, key: string): Promise<SendResult> {
        const result = send?.() ?? { is: 'sent' };
        const isAccepted =
          result.is === 'sent' || ('code' in result && result.code === 'no_answer');
        // The same key is the same mail.
        if (isAccepted) expect(mails.get(key) ?? mail).toEqual(mail);
        if (isAccepted) mails.set(key, mail);
        return result;
      },
    },
    recipientsOf: async () => recipients,
    app: 'https://forms.example.org',
    backend: 'formstead-test',
    now,
    random: () => 1,
    sleep: async () => undefined,
    log: (line: string) => void lines.push(line),
  };
  const run = () => sendReports(deps, [form], () => 20_000);
  return {
    counts,
    state,
    mails,
    lines,
    run,
    /** Lets time pass, with a call each hour. */
    async pass(hours: number) {
      for (let passed = 0; passed < hours; passed += 1) {
        at += hour;
        await run();
      }
    },
    receive: (count: number) => add('live', count),
    withdraw(count: number) {
      add('live', -count);
      add('withdrawn', count);
    },
  };

  function add(status: string, count: number): void {
    counts.statuses = { ...counts.statuses, [status]: (counts.statuses[status] ?? 0) + count };
  }
}

type Reporting = ReturnType<typeof createReporting>;

const textsTo = ({ mails }: Reporting, email = owners[0]) =>
  [...mails.values()].filter(({ to }) => to === email).map(({ text }) => text);

test('a digest says how many came, were withdrawn and wait for review since the last one', async () => {
  const reporting = createReporting();
  await reporting.pass(8);
  reporting.receive(3);
  reporting.withdraw(1);
  reporting.counts.reviews = { approved: 1 };
  await reporting.pass(24);
  expect(reporting.mails.size).toBe(owners.length);
  const [mail] = reporting.mails.values();
  expect(mail?.subject).toBe('Digest: Water');
  expect(mail?.text).toBe(
    [
      'From 24 November 2026 at 07:00 (UTC) to 25 November 2026 at 07:00 (UTC):',
      'New responses: 3\nWithdrawn: 1\nWaiting for review now: 1',
      'Open the responses in the app:\nhttps://forms.example.org/responses/water',
      'You get this mail as an owner of the form “Water”.',
    ].join('\n\n'),
  );
});

test('a digest begins with what there is: entries from before are not new', async () => {
  const reporting = createReporting();
  reporting.receive(1000);
  await reporting.pass(30);
  expect(reporting.mails.size).toBe(0);
});

test('nothing is sent if nothing happened', async () => {
  const reporting = createReporting();
  await reporting.pass(8);
  reporting.receive(1);
  await reporting.pass(5 * 24);
  expect(textsTo(reporting)).toHaveLength(1);
});

test('a weekly digest is sent on Mondays, in the language of the form', async () => {
  const notify = {
    to: 'owners',
    digest: 'weekly',
    language: 'ar',
    timeZone: 'Asia/Riyadh',
  } as const;
  const reporting = createReporting({ notify });
  await reporting.pass(1);
  for (let day = 0; day < 21; day += 1) {
    reporting.receive(1);
    await reporting.pass(24);
  }
  const texts = textsTo(reporting);
  expect(texts).toHaveLength(3);
  expect(texts[1]).toContain('ردود جديدة: 7');
  expect(texts[1]).toContain('07:00 (Asia/Riyadh)');
  expect([...reporting.mails.values()][0]?.html).toContain('<div dir="rtl" lang="ar">');
});

test('after a recount of everything the next digest begins, and old entries are not new', async () => {
  const reporting = createReporting();
  reporting.state.recountedAt = undefined;
  await reporting.pass(8);
  reporting.receive(5000);
  reporting.state.recountedAt = 'now';
  await reporting.pass(24);
  expect(reporting.mails.size).toBe(0);
  reporting.receive(2);
  await reporting.pass(24);
  expect(textsTo(reporting)).toEqual([expect.stringContaining('New responses: 2')]);
});

test('an hour after a flood, owners read how many more entries there were', async () => {
  const reporting = createReporting({ notify: { to: 'owners', newEntry: true } });
  await reporting.pass(1);
  reporting.state.withheld = 90;
  await reporting.pass(3);
  const [mail] = reporting.mails.values();
  expect(mail?.subject).toBe('Further new responses: Water');
  expect(mail?.text).toContain(
    'Further new responses without a mail of their own, as there are at most 10 an hour: 90',
  );
  expect(textsTo(reporting)).toHaveLength(1);
  reporting.state.withheld = 95;
  await reporting.pass(3);
  expect(textsTo(reporting)[1]).toContain('an hour: 5');
});

test('what nobody could be sent is in the next digest, which says since when', async () => {
  let isDown = true;
  const reporting = createReporting({
    send: () => (isDown ? { is: 'later', code: 'http_500' } : { is: 'sent' }),
  });
  await reporting.pass(8);
  reporting.receive(3);
  await reporting.pass(24);
  reporting.receive(4);
  isDown = false;
  await reporting.pass(1);
  expect(textsTo(reporting)).toEqual([expect.stringContaining('New responses: 3')]);
  isDown = true;
  await reporting.pass(24);
  reporting.receive(2);
  await reporting.pass(24);
  isDown = false;
  await reporting.pass(2);
  expect(textsTo(reporting).slice(1)).toEqual([expect.stringContaining('New responses: 6')]);
  expect(textsTo(reporting)[1]).toContain('From 25 November 2026');
});

test('however often, at the same time or interrupted it is called, each owner gets one digest a day, and the sum is right', async () => {
  for (let seed = 1; seed <= 10; seed += 1) await passBadly(mulberry32(seed));
});

async function passBadly(chance: () => number): Promise<void> {
  const reporting = createReporting({
    recipients: ['ada@example.com'],
    send() {
      const dice = chance();
      if (dice < 0.1) throw new Error('killed');
      if (dice < 0.3) return { is: 'later', code: dice < 0.2 ? 'http_500' : 'no_answer' };
      return { is: 'sent' };
    },
  });
  await reporting.run();
  const total = { received: 0, withdrawn: 0 };
  for (let passed = 0; passed < 10 * 24; passed += 1) {
    const [came, gone] = [
      Math.floor(chance() * 3),
      chance() < 0.2 && total.received > total.withdrawn,
    ];
    reporting.receive(came);
    total.received += came;
    if (gone) {
      reporting.withdraw(1);
      total.withdrawn += 1;
    }
    await reporting.pass(1);
    await Promise.all([reporting.run(), reporting.run()]);
  }
  // One more digest, for what came last.
  await reporting.pass(3 * 24);
  const texts = textsTo(reporting);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.length).toBeLessThanOrEqual(13);
  const sumOf = (label: string) =>
    texts.reduce((sum, it) => sum + Number(new RegExp(`${label}: (\\d+)`).exec(it)?.[1]), 0);
  expect({ received: sumOf('New responses'), withdrawn: sumOf('Withdrawn') }).toEqual(total);
}

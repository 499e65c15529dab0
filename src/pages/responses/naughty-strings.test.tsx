import { cleanup, render } from '@testing-library/react';
import naughtyStrings from 'big-list-of-naughty-strings';
import { afterEach, expect, test } from 'vitest';
import { composeConfirmation } from '../../../amplify/mail/compose-mails.ts';
import type { Field } from '#core/form/field.ts';
import * as kinds from '#core/fields/index.ts';
import { isBlank } from '#core/values/blank.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { fromControlValue, toControlValue } from '../../controls/codecs.ts';
import { readCsv } from '#core/testing/read-csv.ts';
import { inEnglish } from '#core/form/issue-messages.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { fromAttributes, toAttributes } from '../../../amplify/dynamodb/attribute-values.ts';
import { AnswersView } from '../entry/answers-view.tsx';
import { responsesMessages } from '../../messages/en/responses.ts';
import { responseColumns } from './data/response-columns.ts';
import { exportedText } from '../../testing/exported-text.ts';
import { csvWriter } from './export/csv-writer.ts';
import type { Response } from './data/response.ts';
import { toResponseRow } from './data/response-row.ts';

afterEach(cleanup);

/** Strings that people and attackers type, as collected by others, and those reported since. */
const typed: readonly string[] = [
  ...naughtyStrings,
  '\u202A+44 20 7946 0958\u202C',
  'Mickey\tMouse',
  'first\u000Bsecond\u2028third',
  'می\u200Cخواهم',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 1️⃣',
  `Mickey${String.fromCodePoint(0xe0041, 0xe0042, 0xe0043)}`,
  'शक्ति क्\u200Dष',
  '__proto__',
  'constructor',
  '=HYPERLINK("https://evil.example","x")',
  "'0049",
  '\uD83D',
];

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: {
    line: kinds.text({ label: 'Line', max: 1000, optional: true }),
    text: kinds.longText({ label: 'Text', optional: true }),
  },
  confirmation: {
    subject: 'Hello',
    text: ({ answers }) => `You said:\n\n${answers.text}`,
  },
});

const others: readonly Field[] = [
  kinds.email({ label: 'Email' }),
  kinds.phone({ label: 'Phone', country: 'GB' }),
  kinds.url({ label: 'Page' }),
  kinds.number({ label: 'Number' }),
  kinds.date({ label: 'Date' }),
  kinds.choice({ label: 'Choice', options: [['a', 'A']] }),
];

const response = (answers: object): Response => ({
  id: '019a0000-0000-7000-8000-000000000001',
  username: 'person-1',
  formVersion: 1,
  version: 1,
  answers: answers as Response['answers'],
  derived: undefined,
  createdAt: '2026-11-21T09:41:00.000Z',
  updatedAt: '2026-11-21T09:41:00.000Z',
  receipt: {},
});

/** The visible part of a text: the rest is cleaned up, docs/decisions/0033. */
const seen = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]/gu, '');

/** Answers to the form, from every string it accepts. */
const accepted = typed.flatMap((it) => {
  const parsed = parseAnswers(form, { line: it, text: it });
  return parsed.ok && Object.keys(parsed.value).length > 0 ? [[it, parsed.value] as const] : [];
});

test('any text is either stored looking the same, or rejected with a reason', () => {
  for (const it of typed) {
    const parsed = parseAnswers(form, { line: it, text: it });
    if (parsed.ok)
      for (const kept of Object.values(parsed.value)) expect(seen(String(kept))).toBe(seen(it));
    else for (const { message } of parsed.problem) expect(message).toMatch(/^(Enter|Shorten) “/);
  }
  expect(accepted.length).toBeGreaterThan(440);
});

test('no other kind of field throws, or misreads a value without a reason', () => {
  for (const it of typed)
    for (const field of others) {
      const once = field.parse(fromControlValue(field.control, it), inEnglish);
      if (!once.ok) expect(once.problem).toMatch(/^(Enter|Choose|Shorten) “|^“\w+” must be /);
      else if (!isBlank(it)) {
        const again = field.parse(
          fromControlValue(field.control, toControlValue(field.control, once.value)),
        );
        expect(again).toEqual(once);
      }
    }
});

test('stored text is the same in the table, in a response, and in the input to change it', () => {
  const columns = responseColumns(form, responsesMessages);
  for (const [, answers] of accepted) {
    const sent = JSON.parse(
      new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(answers))),
    );
    expect(fromAttributes(toAttributes(sent))).toEqual(answers);
    expect(parseAnswers(form, sent)).toEqual({ ok: true, value: answers });
    expect(toResponseRow(form, columns, response(answers)).texts.slice(2, 4)).toEqual([
      answers['line'] ?? '',
      answers['text'] ?? '',
    ]);
  }
  const { container } = render(
    accepted.map(([it, answers]) => (
      <section key={it}>
        <AnswersView form={form} answers={answers} formVersion={1} />
      </section>
    )),
  );
  const drawn = [...container.querySelectorAll('section')].map((section) =>
    [...section.querySelectorAll('dd')].map((it) => it.textContent),
  );
  expect(drawn).toEqual(accepted.map(([, answers]) => Object.values(answers)));
  expect(container.querySelectorAll('dd *')).toHaveLength(0);
});

test('stored text is the same in a file, except for the apostrophe that stops a spreadsheet from running it', async () => {
  const writer = csvWriter(form, { hasByteOrderMark: false });
  const responses = accepted.map(([, answers]) => response(answers));
  const records = readCsv(await exportedText(writer, responses));
  expect(records).toHaveLength(accepted.length + 1);
  accepted.forEach(([, answers], i) => {
    const cells = records[i + 1]?.slice(1, 3).map((cell) => cell.replace(/^'/, ''));
    expect(cells).toEqual([answers['line'] ?? '', answers['text'] ?? '']);
  });
});

test('stored text is the same in a mail, as text and as HTML, except where it would become a link', () => {
  for (const [, answers] of accepted) {
    const { review: _, correction: _correction, ...stored } = response(answers);
    const entry = { ...stored, form: 'visit', confirmTo: 'mickey@example.com' };
    const mail = composeConfirmation(form, entry);
    const { text } = answers as { readonly text?: string };
    // With a blank inside what a mail program would turn into a link: docs/decisions/0031.
    if (text !== undefined) expect(seen(mail?.text ?? '')).toBe(seen(`You said:${text}`));
    const page = new DOMParser().parseFromString(mail?.html ?? '', 'text/html');
    expect(page.querySelectorAll('body *:not(p, br, bdi)')).toHaveLength(0);
    expect(seen(page.body.textContent)).toBe(seen(mail?.text ?? ''));
  }
});

import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Form } from '#core/form/define-form.ts';
import type { Role } from '#core/roles/role.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from './app-of-forms.tsx';
import { createAppFixture, type Reply, type Sent } from './app-fixture.tsx';
import { mickey } from './fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../pages/responses/responses-page.tsx';

export const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** The nth person's response. */
export const response = (n: number, answers: object = {}) => ({
  id: idOf(n),
  form: 'pwausers',
  formVersion: 1,
  username: `person-${n}`,
  answers: { fname: 'Mickey', lname: `Mouse ${n}`, ...answers },
  version: 1,
  createdAt: `2026-11-${String((n % 28) + 1).padStart(2, '0')}T09:41:00.000Z`,
  updatedAt: `2026-11-${String((n % 28) + 1).padStart(2, '0')}T09:41:00.000Z`,
  Message: 'Successfully added user!',
});
export const noSummary = { form: 'pwausers', count: 0, complete: true, days: {}, fields: {} };

type FakeServer = {
  readonly pages?: (query: URLSearchParams) => Reply | Promise<Reply>;
  readonly summary?: object;
  /** Takes a review. */
  readonly review?: (sent: Sent) => Reply;
  /** Takes comments, and takes them back. */
  readonly comment?: (sent: Sent) => Reply;
  /** Takes an assignment. */
  readonly assign?: (sent: Sent) => Reply;
  /** Takes a correction. */
  readonly correct?: (sent: Sent) => Reply;
  readonly versions?: () => Reply;
  /** Lists shared views, and takes them. */
  readonly views?: (sent: Sent) => Reply | Promise<Reply>;
  /** Of the person in this form, who is otherwise an owner of all. */
  readonly role?: Role;
};

/** Opens the responses page, as an owner unless a role is given, with a cloud that answers any request. */
export function openResponsesPage(
  {
    pages = () => page([]),
    summary = noSummary,
    review,
    comment,
    assign,
    correct,
    versions,
    views = () => page([]),
    role,
  }: FakeServer = {},
  path = '',
  form: Form = pwausers,
) {
  const fixture = createAppFixture(`/responses/${form.id}${path}`);
  const person = { ...mickey, ...(role === undefined && { isOwner: true as const }) };
  fixture.cognito.enter(person);
  fixture.storages.local.write('formstead:person', JSON.stringify(person));
  const answer = (sent: Sent) => {
    const { pathname, searchParams } = new URL(sent.url);
    if (review && pathname.endsWith('/reviews')) return review(sent);
    if (pathname.endsWith('/views')) return views(sent);
    if (pathname.endsWith('/me/roles')) return page([{ form: form.id, role }]);
    if (assign && pathname.endsWith('/assignments')) return assign(sent);
    if (comment && pathname.includes('/comments')) return comment(sent);
    if (versions && pathname.endsWith('/versions')) return versions();
    if (correct && sent.method === 'PUT') return correct(sent);
    return pathname.endsWith('/summary') ? { status: 200, body: summary } : pages(searchParams);
  };
  fixture.answers(...Array.from({ length: 300 }, () => answer));
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const listRequests = () =>
    fixture.sent
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => !pathname.endsWith('/summary'));
  return { ...fixture, listRequests, person: userEvent.setup() };
}

export const page = (items: object[], cursor?: string): Reply => ({
  status: 200,
  body: { items, cursor },
});

/** So many responses, in pages of a hundred. */
export const manyPages = (count: number) => (query: URLSearchParams) => {
  const start = Number(query.get('cursor') ?? 0);
  const end = Math.min(start + 100, count);
  const items = Array.from({ length: end - start }, (_, i) => response(start + i));
  return page(items, end < count ? String(end) : undefined);
};

/** jsdom does not implement dialogs. */
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

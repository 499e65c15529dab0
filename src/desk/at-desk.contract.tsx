import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Form } from '#core/form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../app.tsx';
import { createFakeWorld, mickey, type Reply, type Sent } from '../fake-world.tsx';
// Loaded here, so that no test waits for it.
import './desk-page.tsx';

export const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** The nth person's. */
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

type Cloud = {
  readonly pages?: (query: URLSearchParams) => Reply | Promise<Reply>;
  readonly summary?: object;
};

/** An owner at the desk, and a cloud that answers whatever it is asked, in any order. */
export function openDesk({ pages = () => page([]), summary = noSummary }: Cloud = {}, path = '') {
  const world = createFakeWorld(`/pwausers/responses${path}`);
  const owner = { ...mickey, isOwner: true } as const;
  world.cognito.enter(owner);
  world.storages.local.write('formstead:person', JSON.stringify(owner));
  const answer = ({ url }: Sent) => {
    const { pathname, searchParams } = new URL(url);
    return pathname.endsWith('/summary') ? { status: 200, body: summary } : pages(searchParams);
  };
  world.answers(...Array.from({ length: 300 }, () => answer));
  render(<App forms={[pwausers as Form]} deps={world.open()} />);
  const asked = () =>
    world.sent
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => !pathname.endsWith('/summary'));
  return { ...world, asked, person: userEvent.setup() };
}

export const page = (items: object[], cursor?: string): Reply => ({
  status: 200,
  body: { items, cursor },
});

/** So many responses, a hundred at a time. */
export const manyPages = (count: number) => (query: URLSearchParams) => {
  const start = Number(query.get('cursor') ?? 0);
  const end = Math.min(start + 100, count);
  const items = Array.from({ length: end - start }, (_, i) => response(start + i));
  return page(items, end < count ? String(end) : undefined);
};

/** jsdom opens no dialogs. */
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

/** What can be known of the app from within its page. Each runs there, by itself. */

export function isServedByWorker(): boolean {
  return navigator.serviceWorker.controller?.state === 'activated';
}

/** Whether so many of these addresses answer, whatever they say. */
export async function answer(addresses: readonly string[], howMany: number): Promise<boolean> {
  const asked = addresses.map((it) => fetch(it, { cache: 'no-store', mode: 'no-cors' }));
  const answered = (await Promise.allSettled(asked)).filter((it) => it.status === 'fulfilled');
  return answered.length === howMany;
}

/** Whether there is a draft in the app's database. */
export async function keepsADraft(): Promise<boolean> {
  const opening = indexedDB.open('formstead');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const counting = opening.result.transaction('drafts').objectStore('drafts').count();
  await new Promise((resolve) => counting.addEventListener('success', resolve));
  opening.result.close();
  return counting.result > 0;
}

/**
 * Whether a page shows all that it has to: how much waits, and what; why it does not leave; what was typed.
 * @param typed `''` for whatever it is
 */
export function showsAll(path: string, typed: string): boolean {
  if (location.pathname !== path || document.readyState !== 'complete') return false;
  const words = document.body.innerText;
  if (document.querySelector('.count')?.textContent !== '1') return false;
  if (path === '/outbox')
    return words.includes('New entry') && words.includes('There is no connection to the server');
  if (path.endsWith('/entries')) return words.includes('Mickey');
  const labels = [...document.querySelectorAll('label')];
  const input = labels.find((it) => it.textContent.trim() === 'First name')?.control;
  const value = input instanceof HTMLInputElement ? input.value : '';
  return typed === '' ? value !== '' : value === typed;
}

/** One more for each time it was healed. */
export async function databaseVersion(): Promise<number> {
  const all = await indexedDB.databases();
  return all.find(({ name }) => name === 'formstead')?.version ?? 0;
}

/** What the app uses where there is one, and does without where there is none. */
export function missing(): readonly string[] {
  const has = {
    'Background Sync': 'SyncManager' in window,
    'storage.persist': 'persist' in (navigator.storage ?? {}),
    setAppBadge: 'setAppBadge' in navigator,
  };
  return Object.entries(has).flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** Checks that run in the page. Each must be self-contained. */

export function isServedByWorker(): boolean {
  return navigator.serviceWorker.controller?.state === 'activated';
}

/** Whether this many of the addresses answer, with any status. */
export async function areAnswering(
  addresses: readonly string[],
  howMany: number,
): Promise<boolean> {
  const requests = addresses.map((it) => fetch(it, { cache: 'no-store', mode: 'no-cors' }));
  const answered = (await Promise.allSettled(requests)).filter((it) => it.status === 'fulfilled');
  return answered.length === howMany;
}

/** Whether the app's database contains a draft. */
export async function hasDraft(): Promise<boolean> {
  const opening = indexedDB.open('formstead');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const counting = opening.result.transaction('drafts').objectStore('drafts').count();
  await new Promise((resolve) => counting.addEventListener('success', resolve));
  opening.result.close();
  return counting.result > 0;
}

/**
 * Whether a page shows everything: how many changes are queued, which, why they are not sent, and what was
 * typed.
 * @param typed `''` accepts anything
 */
export function showsEverything(path: string, typed: string): boolean {
  if (location.pathname !== path || document.readyState !== 'complete') return false;
  const text = document.body.innerText;
  if (document.querySelector('.waiting-number')?.textContent !== '1') return false;
  if (path === '/outbox')
    return text.includes('New entry') && text.includes('Cannot reach the server');
  if (path.endsWith('/entries')) return text.includes('Mickey');
  const labels = [...document.querySelectorAll('label')];
  const input = labels.find((it) => it.textContent.trim() === 'First name')?.control;
  const value = input instanceof HTMLInputElement ? input.value : '';
  return typed === '' ? value !== '' : value === typed;
}

/** Increases each time the app repairs its database. */
export async function databaseVersion(): Promise<number> {
  const all = await indexedDB.databases();
  return all.find(({ name }) => name === 'formstead')?.version ?? 0;
}

/** Features that the app uses if the browser has them. */
export function missingFeatures(): readonly string[] {
  const has = {
    'Background Sync': 'SyncManager' in window,
    'storage.persist': 'persist' in (navigator.storage ?? {}),
    setAppBadge: 'setAppBadge' in navigator,
  };
  return Object.entries(has).flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** Milliseconds between two looks at who has started this process. */
const pause = 500;

/**
 * Ends this process as SIGTERM does once the one that has started it has ended. npm that is ended by its id passes
 * the signal on to its shell, which ends without a word to what it runs; Ctrl+C reaches all of them. Without npm it
 * does nothing: people may leave a shell and keep what they have started in it.
 */
export function stopWithParent(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    // On Windows it stays the same: there, nothing is passed on either.
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, pause);
  timer.unref();
}

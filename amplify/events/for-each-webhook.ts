import type { Webhook } from '#core/events/webhook.ts';

type Deps = {
  readonly webhooks: readonly Webhook[];
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** Works for all receivers at the same time, so that none waits for another. The schedule does what fails. */
export async function forEachWebhook(
  { webhooks, log }: Deps,
  work: (webhook: Webhook) => Promise<void>,
): Promise<void> {
  await Promise.all(
    webhooks.map(async (webhook) => {
      try {
        await work(webhook);
      } catch (error) {
        const code = error instanceof Error ? error.name : typeof error;
        log(JSON.stringify({ webhook: webhook.id, outcome: 'left_to_schedule', code }));
      }
    }),
  );
}

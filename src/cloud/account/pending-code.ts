import type { DeviceStorage } from '../../device/device-storage.ts';
import type { CodePurpose } from './mailed-codes.ts';

/** A code was mailed to an address, but not entered yet. */
export type PendingCode = { readonly to: CodePurpose; readonly email: string };

const record = 'formstead:code';

/** Remembers this in the tab, as phones reload the page when people come back from their mail. Never a password. */
export function createPendingCode(tab: DeviceStorage) {
  return {
    read(): PendingCode | undefined {
      try {
        const { to, email } = JSON.parse(tab.read(record) ?? '{}') as Partial<PendingCode>;
        const isPendingCode =
          (to === 'confirm' || to === 'new-password') && typeof email === 'string';
        return isPendingCode ? { to, email } : undefined;
      } catch {
        return undefined;
      }
    },
    keep: ({ to, email }: PendingCode) => tab.write(record, JSON.stringify({ to, email })),
    forget: () => tab.forget(record),
  };
}

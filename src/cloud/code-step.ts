import type { DeviceStorage } from '../device/storage.ts';
import type { CodeTo } from './codes.ts';

/** A code was mailed to an address, and is not typed yet. */
export type CodeStep = { readonly to: CodeTo; readonly email: string };

const record = 'formstead:code';

/** What this tab waits for, also after a phone went to its mail and loaded the page again. Never a password. */
export function createCodeStep(tab: DeviceStorage) {
  return {
    read(): CodeStep | undefined {
      try {
        const { to, email } = JSON.parse(tab.read(record) ?? '{}') as Partial<CodeStep>;
        const isOne = (to === 'confirm' || to === 'new-password') && typeof email === 'string';
        return isOne ? { to, email } : undefined;
      } catch {
        return undefined;
      }
    },
    keep: ({ to, email }: CodeStep) => tab.write(record, JSON.stringify({ to, email })),
    forget: () => tab.forget(record),
  };
}

import { useState } from 'react';
import { ok } from '#core/values/result.ts';
import { nobody } from '../../cloud/session/identity.ts';
import { useDeps } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { Link } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { account } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';
import { erasePerson } from './erase-person.ts';
import { BrokenOff } from './broken-off.tsx';
import { Erasing } from './erasing.tsx';

type Props = {
  /** Called when everything is erased, with the number of entries. */
  readonly onErased: (count: number) => void;
};

/** Erases what this device has sent without an account. */
export function EraseDevice({ onErased }: Props) {
  const { call, outbox } = useDeps();
  const messages = useMessages('account', account);
  const { heading, thisErases, keep } = messages.withoutAccount;
  const [count, setCount] = useState<number>();
  const [isBrokenOff, setIsBrokenOff] = useState(false);

  async function erase() {
    setCount(0);
    const erased = await erasePerson(
      { call, outbox, account: { remove: async () => ok(undefined) } },
      { author: nobody, onProgress: setCount },
    );
    if (erased.ok) return onErased(erased.value);
    setCount(undefined);
    setIsBrokenOff(true);
  }

  return (
    <Page heading={heading} title={heading}>
      {count !== undefined && <Erasing count={count} />}
      {count === undefined && (
        <>
          {isBrokenOff && <BrokenOff />}
          <p>{thisErases}</p>
          <p>{messages.noWayBack}</p>
          <div className="actions">
            <Link className="button-second" href={pathTo.entries()}>
              {keep}
            </Link>
            <DestructiveButton label={messages.eraseAll} onPress={() => void erase()} />
          </div>
        </>
      )}
    </Page>
  );
}

import { useEffect, useState } from 'react';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import type { Found } from './find-options.ts';

type Props = {
  readonly isOpen: boolean;
  /** How many options there are; `undefined` while they load. */
  readonly all: number | undefined;
  readonly found: Found;
};

/** Milliseconds without a key press before a screen reader announces how many were found. */
const pause = 800;

/** Says how many options were found: in sight if there are none, or more than the list shows. */
export function FoundStatus({ isOpen, all, found: { shown, count } }: Props) {
  const messages = useMessages('options', optionsMessages);
  const [announced, setAnnounced] = useState('');
  const isCut = shown.length < count;
  const status = isOpen ? sentence() : '';
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(status), status ? pause : 0);
    return () => clearTimeout(timer);
  }, [status]);
  const isInSight = isOpen && (all === undefined || count === 0 || isCut);
  return (
    <>
      {isInSight && (
        <p className="hint combobox-status" aria-hidden="true">
          {status}
        </p>
      )}
      <output className="visually-hidden">{announced}</output>
    </>
  );

  function sentence(): string {
    if (all === undefined) return messages.loading;
    if (all === 0) return messages.noneYet;
    if (count === 0) return messages.noneFound;
    return isCut ? messages.foundMore(shown.length, count) : messages.found(count);
  }
}

import { useEffect, useEffectEvent, type RefObject } from 'react';
import { usePerson } from '../../deps.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import { Link, useAddress } from '../../ui/navigation.ts';
import { useInstallOption } from '../../ui/install/use-install-option.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { install as installInEnglish } from '../../messages/en/install.ts';
import { useMessages } from '../../messages/locale.ts';
import { settings } from '../../messages/en/settings.ts';
import { SettingsView } from './settings-view.tsx';
import { useSignOut } from './use-sign-out.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import './header-menu.css';

type Props = {
  readonly isOpen: boolean;
  /** Contains the button and the menu. */
  readonly row: RefObject<HTMLElement | null>;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
};

/** The account, language and theme; on a phone also the person's own pages. */
export default function HeaderMenu({ isOpen, row, button, onClose }: Props) {
  const person = usePerson();
  const here = useAddress();
  const { myEntries, responses, outbox, signIn } = useMessages('firstLoad', firstLoad);
  const messages = useMessages('settings', settings);
  const { isConfirming, confirmOrLeave, leave, stay } = useSignOut();
  useClosing({ isOpen, row, button, onClose });

  function closeToButton() {
    onClose();
    button.current?.focus();
  }
  return (
    <>
      {isOpen && (
        <div className="menu">
          {person && (
            <p className="menu-person">
              <span>{messages.signedInAs}</span>
              <strong translate="no">{person.email || person.username}</strong>
            </p>
          )}
          <ul>
            <li className="menu-narrow">
              <Link href={pathTo.entries()} onClick={onClose}>
                {myEntries}
              </Link>
            </li>
            {person?.isOwner && (
              <li className="menu-narrow">
                <Link href={pathTo.responsesHome()} onClick={onClose}>
                  {responses}
                </Link>
              </li>
            )}
            {person && (
              <li>
                <Link href={pathTo.account()} onClick={onClose}>
                  {messages.account}
                </Link>
              </li>
            )}
            <li>
              <Link href={pathTo.outbox()} onClick={onClose}>
                {outbox}
              </Link>
            </li>
            <InstallItem />
          </ul>
          <SettingsView />
          {person && !person.sessionExpired ? (
            <button
              className="button-second"
              type="button"
              onClick={() => {
                closeToButton();
                void confirmOrLeave();
              }}
            >
              {messages.signOut}
            </button>
          ) : (
            <Link className="button" href={signInPath(here)}>
              {person ? messages.signInAgain : signIn}
            </Link>
          )}
        </div>
      )}
      {isConfirming && (
        <SignOutDialog
          onLeave={leave}
          onStay={() => {
            stay();
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

function InstallItem() {
  const option = useInstallOption();
  const { install, heading } = useMessages('install', installInEnglish);
  if (!option) return null;
  return (
    <li>
      {option.by === 'button' ? (
        <button type="button" onClick={option.install}>
          {install}
        </button>
      ) : (
        // It has the steps.
        <Link href={pathTo.about()}>{heading}</Link>
      )}
    </li>
  );
}

/** Closes the menu when the person turns to something else. */
function useClosing({ isOpen, row, button, onClose }: Props): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !row.current?.contains(target)) close();
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      close();
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen, row, button]);
}

import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
// Loaded here, so that no test waits for it.
import '../app/layout/header-menu.tsx';

/** Opens the header's menu. */
export async function openMenu(person: UserEvent): Promise<HTMLElement> {
  const button = screen.getByRole('button', { name: 'Menu' });
  await person.click(button);
  await screen.findByLabelText('Language');
  return button;
}

/** Presses “Sign out” in the header's menu. */
export async function pressSignOut(person: UserEvent): Promise<void> {
  await openMenu(person);
  await person.click(screen.getByRole('button', { name: 'Sign out' }));
}

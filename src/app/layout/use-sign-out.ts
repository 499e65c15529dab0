import { useState } from 'react';
import { useDeps } from '../../deps.ts';
import { signOut } from '../../outbox/sign-out.ts';
import { useWaitingCount } from '../../ui/use-outbox.ts';

/** Signs out; asks first those who would leave something behind. */
export function useSignOut() {
  const deps = useDeps();
  const waiting = useWaitingCount();
  const [isConfirming, setIsConfirming] = useState(false);

  function leave() {
    setIsConfirming(false);
    void signOut(deps);
  }

  /** If storage cannot be read, assume that there is a draft. */
  const confirmOrLeave = async () => {
    const hasDraft = waiting === 0 && (await deps.outbox.hasDraft().catch(() => true));
    if (waiting > 0 || hasDraft) setIsConfirming(true);
    else leave();
  };

  return { isConfirming, confirmOrLeave, leave, stay: () => setIsConfirming(false) };
}

import { withoutAnswers, type Told } from '../cloud/told.ts';
import type { Parcel } from './parcel.ts';

/**
 * What of a parcel may lie on the disk. Where its form asks something sensitive that is which entry it is
 * about and what is done with it, and nothing that was ever answered: neither what the server told when it
 * was delivered, nor what another device has made of it.
 */
export function kept(parcel: Parcel): Parcel {
  const { stand } = parcel;
  if (!parcel.isSensitive) return parcel;
  if (stand.is === 'delivered' && stand.told && saysSomething(stand.told))
    return { ...parcel, stand: { ...stand, told: withoutAnswers(stand.told) } };
  if (stand.is === 'attention' && stand.refusal.current) {
    const { current: _, ...refusal } = stand.refusal;
    return { ...parcel, stand: { ...stand, refusal } };
  }
  return parcel;
}

function saysSomething({ answers, derived, receipt }: Told): boolean {
  return derived !== undefined || Object.keys({ ...answers, ...receipt }).length > 0;
}

import { useEffect, useMemo } from 'react';
import { countersOf } from '#core/limits/seats.ts';
import { limitsMessages } from '../../messages/en/limits.ts';
import { useMessages } from '../../messages/locale.ts';
import type { Elements } from '../../ui/elements.ts';
import type { FillTarget } from '../fill-target.ts';
import type { ShowSeats } from './limited-controls.tsx';
import { SeatsNews } from './seats-news.tsx';
import { SeatsNotice } from './seats-notice.tsx';
import { showSeats } from './show-seats.ts';
import { useSeats } from './use-seats.ts';
import './seats.css';

/** What a form that is being filled in shows of its seats. */
export type SeatsNow = { readonly show: ShowSeats; readonly notice: Elements };

type Props = {
  readonly target: FillTarget;
  /** Called with what to show, and with nothing when it is not known. */
  readonly onRead: (seats: SeatsNow | undefined) => void;
};

/** Reads how many seats a form has left. It stands beside the form, which is not drawn anew when this has loaded. */
export default function SeatsReader(props: Props) {
  return countersOf(props.target.form).size > 0 ? <Reader {...props} /> : null;
}

function Reader({ target, onRead }: Props) {
  const { form, entry } = target;
  const seats = useSeats(form);
  const messages = useMessages('limits', limitsMessages);
  const shown = useMemo(
    () =>
      seats && {
        show: showSeats({ seats, messages, before: entry?.answers }),
        notice: <SeatsNotice key="seats" form={form} seats={seats} />,
      },
    [form, entry, seats, messages],
  );
  useEffect(() => {
    onRead(shown);
    return () => onRead(undefined);
  }, [onRead, shown]);
  return <SeatsNews form={form} seats={seats} isNew={!entry} />;
}

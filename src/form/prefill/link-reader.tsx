import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { loadFields, type Form } from '#core/form/define-form.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import { getOwn } from '#core/values/own-property.ts';
import { usePerson } from '../../deps.ts';
import { isEmpty } from '../../drafts/draft.ts';
import type { Elements } from '../../ui/elements.ts';
import type { Filling } from '../filling.ts';
import type { FillingActions } from '../use-filling.ts';
import { LinkNotice, type LinkOutcome } from './link-notice.tsx';
import { takeParameters } from './link-parameters.ts';
import { prefilledBy, prefillNames } from './prefilled-by.ts';

type Props = {
  readonly form: Form;
  readonly filling: Filling;
  readonly prefill: FillingActions['prefill'];
  /** Called with what to say about the link. */
  readonly onRead: (notice: Elements) => void;
};

/** Fills in what the link has answers to, once the draft has been read. It stands beside the form. */
export default function LinkReader({ form, filling, prefill, onRead }: Props) {
  const username = usePerson()?.username ?? '';
  const [link, setLink] = useState<URLSearchParams>();
  const [outcome, setOutcome] = useState<LinkOutcome>();

  const take = useEffectEvent(() =>
    takeParameters({ form: form.id, names: prefillNames(form), username }),
  );
  useEffect(() => {
    let isCurrent = true;
    const taken = take();
    const read = () => isCurrent && setLink(taken);
    // Not before the fields have what they parse with, such as a long list.
    loadFields(form).then(read, read);
    return () => void (isCurrent = false);
  }, [form]);

  const fillIn = useEffectEvent((from: URLSearchParams) => {
    const { values, refused } = prefilledBy(form, from);
    const { controlValues } = filling.draft;
    const isAnswered = (name: string) =>
      !isEmpty({ controlValues: { [name]: getOwn(controlValues, name) ?? '' } });
    const names = Object.keys(values);
    prefill(values);
    setOutcome({
      filled: names.filter((it) => !isAnswered(it)),
      answered: names.filter(
        (it) => isAnswered(it) && !isSameJson(getOwn(controlValues, it), getOwn(values, it)),
      ),
      refused,
    });
  });
  const { isDraftRead } = filling;
  const filledFrom = useRef<URLSearchParams>(undefined);
  useEffect(() => {
    if (!isDraftRead || !link || filledFrom.current) return;
    filledFrom.current = link;
    fillIn(link);
  }, [isDraftRead, link]);

  useEffect(() => {
    const isToBeSaid = outcome && Object.values(outcome).some((it) => it.length > 0);
    onRead(isToBeSaid && <LinkNotice key="link" form={form} outcome={outcome} />);
  }, [form, outcome, onRead]);
  return null;
}

import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { isEmpty } from '../../drafts/draft.ts';
import { usePerson } from '../../deps.ts';
import type { Elements } from '../../ui/elements.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { newEntryTarget, type FillTarget } from '../../form/fill-target.ts';
import type { FormFilling } from '../../form/form-filling.ts';
import { useFormSource } from '../../catalogue/form-source.ts';
import { useNavigationState } from '../../ui/use-navigation-state.ts';
import { LoadingPage } from '../../ui/page.tsx';
import { FormPage } from './form-page.tsx';
import type { ShownPage } from './page-addresses.ts';

/** For people returning from the sign-in page, which is much larger. */
const Welcome = lazyPart(() => import('../../ui/welcome.tsx'), { Missing: Nothing });
const SentPage = lazyPart(() => import('../sent/sent-page.tsx'), { Waiting: LoadingPage });

type Props = {
  readonly form: Form;
  readonly at: ShownPage;
  /** The entry whose status the page shows instead of the form. */
  readonly sent?: string | undefined;
};

/** A form to fill in, and then the entry's status. When the person changes, their text leaves the page. */
export function FillPage(props: Props) {
  return <Fill key={usePerson()?.username ?? ''} {...props} />;
}

function Fill(props: Props) {
  const target = useMemo(() => newEntryTarget(props.form), [props.form]);
  const { WithFilling } = useFormSource().fillParts();
  return <WithFilling target={target} draw={(it) => filled({ ...props, target, ...it })} />;
}

type FilledProps = Props & FormFilling & { readonly target: FillTarget; readonly notice: Elements };

const filled = (props: FilledProps) => <Filled {...props} />;

function Filled({ form, at, sent, target, filling, actions, now, notice }: FilledProps) {
  const { arrival, send } = useNavigationState();
  const { id, isToBeSent } = filling.draft;
  const isSentByItself = arrival === 'signed-in' && isToBeSent === true && send === id;
  const sendNow = useEffectEvent(() => actions.send());
  useEffect(() => {
    if (isSentByItself) void sendNow();
  }, [isSentByItself]);
  if (sent)
    return <SentPage key={sent} form={form} id={sent} request={send} {...{ filling, actions }} />;
  return (
    <FormPage
      target={target}
      heading={form.title}
      lead={form.introduction}
      filling={filling}
      actions={actions}
      now={now}
      at={at}
    >
      {notice}
      {arrival === 'signed-in' && !isSentByItself && <Welcome hasDraft={!isEmpty(filling.draft)} />}
    </FormPage>
  );
}

import { useMemo } from 'react';
import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { decided, type CaughtUp } from '../form/catch-up.ts';
import { changeTo } from '../form/change-to.ts';
import { useFilling } from '../form/use-filling.ts';
import type { ToChange } from '../outbox/latest.ts';
import { Page } from '../shell/page.tsx';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';
import { ChangedMeanwhile, ChooseWhich } from './changed-meanwhile.tsx';
import { FillingPage } from './filling-page.tsx';
import { NotAsked } from './not-asked.tsx';
import { NotOpened } from './not-opened.tsx';
import { useOpened } from './use-opened.ts';

type Props = { readonly form: Form; readonly id: string };

/** One entry, to be changed: what waits in the outbox, or what the server has. */
export default function EditPage(props: Props) {
  return <Change key={usePerson()?.username ?? ''} {...props} />;
}

function Change({ form, id }: Props) {
  const { opened, goOnWith, giveUp, retry } = useOpened(form, id);
  const words = useWords('entries', entries);
  if (opened === 'loading') return <main id="main" className="page" aria-busy="true" />;
  if ('failure' in opened)
    return (
      <NotOpened form={form} failure={opened.failure} isUnread={opened.isUnread} onRetry={retry} />
    );
  const { entry, caughtUp } = opened;
  if (caughtUp && caughtUp.conflicts.length > 0)
    return (
      <Page heading={words.change} title={words.changeTitle(form.title)} lead={form.title}>
        <ChooseWhich
          form={form}
          caughtUp={caughtUp}
          onDecided={(decision) => void goOnWith(opened, decided(caughtUp, decision))}
          onGivenUp={() => void giveUp(opened, caughtUp)}
        />
      </Page>
    );
  return <Edit key={entry.id} form={form} entry={entry} caughtUp={caughtUp} />;
}

type EditProps = {
  readonly form: Form;
  readonly entry: ToChange;
  readonly caughtUp: CaughtUp | undefined;
};

function Edit({ form, entry, caughtUp }: EditProps) {
  const { change, optionGone } = useWords('entries', entries);
  const purpose = useMemo(() => changeTo(form, entry, optionGone), [form, entry, optionGone]);
  const [filling, actions] = useFilling(purpose);
  return (
    <FillingPage
      purpose={purpose}
      heading={change}
      lead={form.title}
      filling={filling}
      actions={actions}
    >
      {caughtUp && <ChangedMeanwhile form={form} caughtUp={caughtUp} />}
      <NotAsked form={form} given={entry} />
    </FillingPage>
  );
}

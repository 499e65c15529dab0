import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { correctingMessages } from '../../../messages/en/correcting.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import { pathTo } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { responsePath } from '../../../ui/response-path.ts';
import VersionList from '../../entry/versions/version-list.tsx';
import { correctedKey, formToCorrect } from '../correct/response-to-correct.ts';
import { useIsCorrecting } from '../correct/use-is-correcting.ts';
import type { Response } from '../data/response.ts';
import { useMay } from '../roles/own-roles.ts';

type Props = { readonly form: Form; readonly response: Response };

/** What a response has answered, and the way for owners to correct it. */
export default function ResponseVersions({ form: today, response }: Props) {
  const { call } = useDeps();
  const messages = useMessages('correcting', correctingMessages);
  const author = usePerson()?.username ?? '';
  const mayCorrect = useMay(today.id, 'owner');
  const isCorrecting = useIsCorrecting(response);
  const { username, id, version } = response;
  const form = formToCorrect(today);
  const path = responsePath(form.id, response, { view: 'correct' });

  return (
    <section className="response-versions">
      {isCorrecting && (
        <p>
          <span>{`${messages.waiting} `}</span>
          <Link href={pathTo.outbox()}>{messages.seeOutbox}</Link>
        </p>
      )}
      {mayCorrect && (
        <p>
          <Link className="button-second" href={path}>
            {messages.correct}
          </Link>
        </p>
      )}
      {version > 1 && (
        <VersionList
          key={version}
          form={today}
          isOwn={false}
          read={(query) =>
            call('responseVersions', { form: form.id, username, id }, { as: author, query })
          }
          Time={Moment}
          restoring={
            mayCorrect
              ? { form, author, entry: () => ({ ...response, id: correctedKey(response) }), path }
              : undefined
          }
        />
      )}
    </section>
  );
}

function Moment({ at }: { readonly at: string }) {
  const momentText = useMomentText();
  return <time dateTime={at}>{momentText(at)}</time>;
}

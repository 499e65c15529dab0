import { filesIn } from '#core/files/files-in.ts';
import { withoutFiles } from '#core/files/without-files.ts';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { changeTarget } from '../../../form/change-target.ts';
import { correctingMessages } from '../../../messages/en/correcting.ts';
import { formatDateTimeUtc } from '../../../messages/date-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { isUndelivered } from '../../../outbox/changes/queued-change.ts';
import { pathTo } from '../../../page-paths.ts';
import { Link, navigate } from '../../../ui/navigation.ts';
import { useOutbox } from '../../../ui/use-outbox.ts';
import type { ApiVersion } from '../../entry/versions/received-version.ts';
import VersionList from '../../entry/versions/version-list.tsx';
import { correctedKey, correctPath, formToCorrect } from '../correct/response-to-correct.ts';
import type { Response } from '../data/response.ts';
import { useMay } from '../roles/own-roles.ts';

type Props = { readonly form: Form; readonly response: Response };

/** What a response has answered, and the way for owners to correct it. */
export default function ResponseVersions({ form: today, response }: Props) {
  const { call, draftsFor, newId } = useDeps();
  const messages = useMessages('correcting', correctingMessages);
  const author = usePerson()?.username ?? '';
  const mayCorrect = useMay(today.id, 'owner');
  const { changes = [] } = useOutbox();
  const { username, id, version, formVersion, answers: now } = response;
  const key = correctedKey(response);
  const isWaiting = changes.some((it) => it.entry === key && isUndelivered(it));
  const form = formToCorrect(today);

  /** Its answers become the draft of a correction: nothing is changed before that is sent. */
  async function restore(restored: ApiVersion) {
    const kept = new Set(filesIn(now).map((it) => it.id));
    const gone = filesIn(restored.answers).flatMap((it) => (kept.has(it.id) ? [] : [it.id]));
    const answers = withoutFiles(restored.answers, new Set(gone));
    const { begunOn } = response;
    const { base } = changeTarget(form, { id: key, version, formVersion, begunOn, answers: now });
    const { formVersion: of } = restored;
    const target = changeTarget(form, { id: key, formVersion: of, begunOn, answers });
    const drafts = draftsFor(form);
    const draftKey = { author, of: target.of };
    const typed = await drafts.open(draftKey).catch(() => undefined);
    const draft = { id: typed?.draft.id ?? newId(), controlValues: target.controlValues, base };
    await drafts.keep(draftKey, draft);
    navigate(correctPath(form.id, response));
  }

  return (
    <section className="response-versions">
      {isWaiting && (
        <p>
          <span>{`${messages.waiting} `}</span>
          <Link href={pathTo.outbox()}>{messages.seeOutbox}</Link>
        </p>
      )}
      {mayCorrect && (
        <p>
          <Link className="button-second" href={correctPath(form.id, response)}>
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
          Time={UtcTime}
          onRestore={mayCorrect ? (it) => void restore(it) : undefined}
        />
      )}
    </section>
  );
}

function UtcTime({ at }: { readonly at: string }) {
  return <time dateTime={at}>{formatDateTimeUtc(at)}</time>;
}

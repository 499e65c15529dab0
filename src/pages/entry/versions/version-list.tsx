import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import { useFieldsLoaded } from '../../../form/use-fields-loaded.ts';
import { failures } from '../../../messages/en/failures.ts';
import { versionsMessages } from '../../../messages/en/versions.ts';
import { useMessages } from '../../../messages/locale.ts';
import { readVersions, type ApiVersion, type ReadVersions } from './received-version.ts';
import { ChangedAnswers } from './changed-answers.tsx';
import { changedQuestions } from './changed-questions.ts';
import { goneFiles } from './gone-files.ts';
import { useRestoring, type Restoring } from './use-restoring.ts';
import './version-list.css';

type Props = {
  readonly form: Form;
  readonly read: ReadVersions;
  /** Whether whoever sees it is the author. */
  readonly isOwn: boolean;
  readonly Time: ComponentType<{ readonly at: string }>;
  /** Absent if they may not change it. */
  readonly restoring?: Restoring | undefined;
};

type Loaded = {
  readonly versions: readonly ApiVersion[];
  readonly cursor?: string | undefined;
  readonly failure?: ApiFailure | undefined;
  readonly isLoading: boolean;
};

/** Every version of an entry: who changed which answers, when, and why. Loaded when somebody asks for it. */
export default function VersionList(props: Props) {
  const { form, read, restoring } = props;
  const messages = useMessages('versions', versionsMessages);
  const { why } = useMessages('failures', failures);
  useFieldsLoaded(form);
  const [loaded, setLoaded] = useState<Loaded>();
  const list = useRef<HTMLOListElement>(null);
  const versions = loaded?.versions ?? [];
  // The button that was pressed is gone.
  const isShown = versions.length > 0;
  useEffect(() => {
    if (isShown) list.current?.focus();
  }, [isShown]);

  async function load() {
    const before: Loaded = loaded ?? { versions: [], isLoading: false };
    setLoaded({ ...before, failure: undefined, isLoading: true });
    const page = await readVersions(read, before.cursor);
    if (!page.ok) return setLoaded({ ...before, failure: page.problem, isLoading: false });
    const { versions: next, cursor } = page.value;
    return setLoaded({ versions: [...before.versions, ...next], cursor, isLoading: false });
  }

  const { failure, cursor, isLoading } = loaded ?? { isLoading: false };
  const button = !loaded
    ? messages.show
    : failure
      ? messages.tryAgain
      : cursor !== undefined && messages.more;
  return (
    <div className="versions">
      {isShown && (
        <ol className="version-list" ref={list} tabIndex={-1} aria-label={messages.versions}>
          {versions.map((it, i) => (
            <Version
              key={it.version}
              {...props}
              version={it}
              before={versions[i + 1]}
              current={versions[0]}
              isOldest={cursor === undefined && i === versions.length - 1}
              restoring={i > 0 ? restoring : undefined}
            />
          ))}
        </ol>
      )}
      <output>
        {isLoading && <span>{messages.loading}</span>}
        {failure && <span>{why[failureReasonOf(failure)]}</span>}
      </output>
      {button && !isLoading && (
        <button className="button-second" type="button" onClick={() => void load()}>
          {button}
        </button>
      )}
    </div>
  );
}

type VersionProps = Omit<Props, 'read'> & {
  readonly version: ApiVersion;
  readonly before: ApiVersion | undefined;
  readonly current: ApiVersion | undefined;
  readonly isOldest: boolean;
};

function Version(props: VersionProps) {
  const { version, Time, isOwn, before, current, restoring } = props;
  const messages = useMessages('versions', versionsMessages);
  const { correction } = version;
  const restore = useRestoring();
  const gone = goneFiles(version.answers, current?.answers).size;
  return (
    <li>
      <p>
        <strong>{changedBy(version, { isOwn, messages })}</strong>
        <span className="hint">
          <span>{`${messages.version(version.version)} · `}</span>
          <Time at={version.at} />
          {version === current && <span>{` (${messages.current})`}</span>}
        </span>
      </p>
      {correction && (
        <p className="version-reason" dir="auto">
          {correction.reason}
        </p>
      )}
      {before && <Changes {...props} before={before} />}
      {!before && props.isOldest && version.version > 1 && (
        <p className="hint">{messages.unknownChanges}</p>
      )}
      {gone > 0 && <p className="hint">{messages.filesGone(gone)}</p>}
      {restoring && (
        <button
          className="button-quiet"
          type="button"
          title={messages.restoreHint}
          onClick={() => void restore(version, restoring)}
        >
          {messages.restore}
        </button>
      )}
    </li>
  );
}

function changedBy(
  { version, correction }: ApiVersion,
  { isOwn, messages }: { readonly isOwn: boolean; readonly messages: typeof versionsMessages },
): string {
  if (correction) {
    const owner = correction.email ?? correction.by;
    return owner === undefined ? messages.correctedByTeam : messages.correctedBy(owner);
  }
  if (version === 1) return messages.sent;
  return isOwn ? messages.changedByYou : messages.changedByAuthor;
}

/** Which answers a version changed, each with what was there before when it is opened. */
function Changes({
  form,
  version: after,
  before,
}: Pick<VersionProps, 'form' | 'version'> & { readonly before: ApiVersion }) {
  const messages = useMessages('versions', versionsMessages);
  const changed = changedQuestions(form, { before, after }, messages.removedQuestion);
  if (changed.length === 0) return <p className="hint">{messages.nothingChanged}</p>;
  return (
    <details>
      <summary dir="auto">
        {messages.changedQuestions(changed.map(({ label }) => label).join(' · '))}
      </summary>
      <ChangedAnswers changed={changed} />
    </details>
  );
}

import { versionsMessages } from '../../../messages/en/versions.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { ChangedQuestion } from './changed-questions.ts';
import './version-list.css';

/** Questions with their answers before and after. */
export function ChangedAnswers({ changed }: { readonly changed: readonly ChangedQuestion[] }) {
  const messages = useMessages('versions', versionsMessages);
  return (
    <dl className="facts">
      {changed.map(({ name, label, before, after }) => (
        <div key={name}>
          <dt dir="auto">{label}</dt>
          <dd>
            <del className="version-before">
              <span className="visually-hidden">{`${messages.before}: `}</span>
              <bdi>{before || messages.notAnswered}</bdi>
            </del>
            <ins className="version-after">
              <span className="visually-hidden">{`${messages.after}: `}</span>
              <bdi>{after || messages.notAnswered}</bdi>
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { useState } from 'react';
import { extensionsOf, type FileType } from '#core/files/file-types.ts';
import type { ControlNamed } from '#core/form/field.ts';
import { audioMessages } from '../../messages/en/audio.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { limitText, lengthText } from '../../messages/length-text.ts';
import { useMessages } from '../../messages/locale.ts';
import { acceptOf } from '../file/accept-of.ts';
import { FileList } from '../file/file-list.tsx';
import { FileStatuses } from '../file/file-statuses.tsx';
import { PickButton } from '../file/pick-button.tsx';
import { useFiles } from '../file/use-files.ts';
import { usePostponedSubmit } from '../file/use-postponed-submit.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, type Question } from '../question.ts';
import { recordedType, type Sound } from './record-sound.ts';
import { useRecorder } from './use-recorder.ts';
import '../file/control.css';

/** Seconds after which it is said that nothing is heard, and before the end at which that is said. */
const silence = 3;
const beforeEnd = 30;

/** Recordings are made or chosen, played and removed. */
export default function Audio(question: Question<ControlNamed<'audio'>>) {
  const { id, control, controlValue, onControlValue } = question;
  const { longest, most } = control;
  const messages = useMessages('audio', audioMessages);
  const { upTo } = useMessages('files', filesMessages);
  const files = useFiles({ limits: control, controlValue, onControlValue });
  const [mimeType] = useState(recordedType);
  const recorder = useRecorder({
    longest,
    onRecorded: (sound) => void files.add([recordingOf(sound, files.chosen)]),
  });
  const { sound, isStarting, heardAt, failure } = recorder;
  usePostponedSubmit({
    isAdding: sound !== undefined || files.adding !== undefined,
    id,
    onPostpone: recorder.stop,
    ...files,
  });
  const isFull = files.chosen.length >= most;
  const label = sound ? messages.stop : isStarting ? messages.starting : messages.record;
  const statusText = () => {
    if (failure) return messages.failed[failure];
    if (!sound) return '';
    if (sound.seconds - heardAt > silence) return messages.silent;
    const isSoonOver = longest > 2 * beforeEnd && sound.seconds >= longest - beforeEnd;
    return isSoonOver ? messages.soonOver(limitText(beforeEnd)) : messages.recording;
  };
  return (
    <Grouped question={question}>
      <p className="hint">{messages.upTo(limitText(longest))}</p>
      {most > 1 && <p className="hint">{upTo(most)}</p>}
      <FileList {...files} />
      <FileStatuses statuses={files.statuses} limits={control} />
      {sound && <Level sound={sound} longest={longest} />}
      <output className="hint">{mimeType ? statusText() : messages.cannotRecord}</output>
      <div className="file-buttons">
        {mimeType && (!isFull || sound) && (
          <button
            className={sound ? 'button' : 'button-second'}
            type="button"
            id={id}
            aria-labelledby={`${id}-label ${id}`}
            aria-describedby={describedBy(question)}
            onClick={() => (sound ? recorder.stop() : recorder.start(mimeType))}
          >
            {label}
          </button>
        )}
        {!sound && (
          <PickButton
            question={question}
            {...(mimeType && !isFull && { part: 'chosen' })}
            label={messages.chooseFiles(most > 1)}
            accept={acceptOf(control.types)}
            isMultiple={most > 1}
            onPick={(picked) => void files.add(picked)}
          />
        )}
      </div>
    </Grouped>
  );
}

/** How long it is so far, and how loud. A screen reader is told about both only when somebody goes there. */
function Level({ sound, longest }: { readonly sound: Sound; readonly longest: number }) {
  const messages = useMessages('audio', audioMessages);
  return (
    <p className="recording">
      <span className="recording-time">
        {messages.time(lengthText(sound.seconds), lengthText(longest))}
      </span>
      {sound.level !== undefined && (
        <meter className="recording-level" aria-label={messages.level} value={sound.level} />
      )}
    </p>
  );
}

/** With a name that no other recording of the question has. */
function recordingOf(sound: Blob, others: readonly { readonly name: string }[]): File {
  const ending = extensionsOf(sound.type as FileType)[0];
  const isTaken = (name: string) => others.some((it) => it.name === name);
  let number = 1;
  while (isTaken(`recording-${number}.${ending}`)) number += 1;
  return new File([sound], `recording-${number}.${ending}`, { type: sound.type });
}

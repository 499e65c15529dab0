import { useRef } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { bytesText } from '../../../messages/bytes-text.ts';
import { galleryMessages } from '../../../messages/en/gallery.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { StoppableProgress } from '../stoppable-progress.tsx';
import type { ResponsesApi } from '../data/responses-api.ts';
import { fileName } from '../export/exported-file-name.ts';
import type { Chosen } from '../export/use-export.ts';
import { useFilesZip, type FilesZip } from './use-files-zip.ts';

type Props = {
  readonly form: Form;
  readonly api: ResponsesApi;
  readonly isFiltered: boolean;
  readonly choose: () => Promise<Chosen>;
};

/** Saves all files of the responses that match as an archive. */
export default function SaveFiles({ form, api, isFiltered, choose }: Props) {
  const messages = useMessages('gallery', galleryMessages);
  const { notFetched } = useMessages('responses', responsesMessages);
  const button = useRef<HTMLButtonElement>(null);
  const { state, start, goOn, cancel } = useFilesZip({ form: form.id, api, choose });
  const isRunning = state.is === 'listing' || state.is === 'saving' || state.is === 'paused';
  const stop = () => {
    cancel();
    // The button that had the focus is about to go.
    button.current?.focus();
  };
  const begin = () =>
    start(fileName({ form: form.id, part: 'files', ending: 'zip', isFiltered, at: new Date() }));
  return (
    <>
      <p className="hint">{messages.aboutAll}</p>
      <div className="actions">
        <button
          className="button-second"
          type="button"
          ref={button}
          aria-disabled={isRunning}
          onClick={() => isRunning || begin()}
        >
          {messages.saveAll}
        </button>
      </div>
      {(state.is === 'saving' || state.is === 'paused') && (
        <StoppableProgress
          text={(soFar) => messages.saving(soFar, bytesText(state.bytes))}
          count={state.files}
          total={state.of.files}
          stopLabel={messages.cancel}
          onStop={stop}
        />
      )}
      <output className="hint">{statusText(state, messages, notFetched)}</output>
      {state.is === 'paused' && (
        <div role="alert">
          <Notice tone="waiting" heading={messages.paused}>
            <span>{`${messages.keptSoFar} `}</span>
            <button className="button-quiet" type="button" onClick={goOn}>
              {messages.goOn}
            </button>
          </Notice>
        </div>
      )}
    </>
  );
}

function statusText(state: FilesZip, messages: typeof galleryMessages, notFetched: string): string {
  switch (state.is) {
    case 'listing':
      return messages.listing;
    case 'nothing':
      return messages.nothing;
    case 'not-listed':
      return notFetched;
    case 'not-saved':
      return messages.notSaved;
    case 'cancelled':
      return messages.cancelled;
    case 'too-many':
      return messages.tooMany(bytesText(state.bytes), bytesText(state.most));
    case 'saved': {
      const { files, leftOut } = state;
      const saved = messages.saved(files - leftOut);
      return leftOut > 0 ? `${saved} ${messages.leftOut(leftOut)}` : saved;
    }
    case 'idle':
    case 'saving':
    case 'paused':
      return '';
  }
}

import { useMemo, useState } from 'react';
import { entryReference } from '#core/entries/entry-reference.ts';
import type { Form } from '#core/form/define-form.ts';
import { galleryMessages } from '../../../messages/en/gallery.ts';
import { filesMessages } from '../../../messages/en/files.ts';
import { bytesText } from '../../../messages/bytes-text.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import { Link } from '../../../ui/navigation.ts';
import type { Response } from '../data/response.ts';
import type { ResponseRow } from '../data/response-row.ts';
import { fromTable } from '../data/use-responses-location.ts';
import { filesOf, type FormFile } from './form-files.ts';
import { SmallPicture } from './small-picture.tsx';
import './gallery.css';

type Props = {
  readonly form: Form;
  /** After filtering. */
  readonly rows: readonly ResponseRow[];
  readonly toResponse: (response: Response) => `?${string}`;
};

/** How many are shown at once: each picture asks the server for its address. */
const pageSize = 24;

/** The files of the responses that are shown, the newest response first. Each leads to its response. */
export default function Gallery({ form, rows, toResponse }: Props) {
  const messages = useMessages('gallery', galleryMessages);
  const { arrived } = useMessages('files', filesMessages);
  const [most, setMost] = useState(pageSize);
  const files = useMemo(() => filesOf(rows.map(({ response }) => response)), [rows]);
  const here = files.filter(({ hasArrived }) => hasArrived);
  if (files.length === 0) return <p>{messages.none}</p>;
  return (
    <section className="gallery" aria-label={messages.files}>
      <p>{arrived(here.length, files.length)}</p>
      <ul>
        {files.slice(0, most).map((it) => (
          <li key={`${it.response.username}/${it.response.id}/${it.file.id}`}>
            <GalleryFile form={form.id} it={it} href={toResponse(it.response)} />
          </li>
        ))}
      </ul>
      {files.length > most && (
        <button className="button-second" type="button" onClick={() => setMost(most + pageSize)}>
          {messages.showMore(Math.min(pageSize, files.length - most))}
        </button>
      )}
    </section>
  );
}

type FileProps = {
  readonly form: string;
  readonly it: FormFile;
  readonly href: `?${string}`;
};

function GalleryFile({ form, it, href }: FileProps) {
  const messages = useMessages('gallery', galleryMessages);
  const momentText = useMomentText();
  const reasons = useMessages('files', filesMessages).closed;
  const { file, response, hasArrived, closed } = it;
  return (
    <Link className="gallery-file" href={href} state={fromTable}>
      <SmallPicture form={form} it={it} />
      <span className="gallery-name">
        <bdi translate="no">{file.name}</bdi>
      </span>
      <span className="hint">
        {closed ? reasons[closed] : hasArrived ? bytesText(file.size) : messages.notArrived}
      </span>
      <span className="hint">
        {messages.ofResponse(entryReference(response.id), momentText(response.createdAt))}
      </span>
    </Link>
  );
}

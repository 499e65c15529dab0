import { useRef, useState } from 'react';
import { linkPrefix } from '#core/invitations/invitation.ts';
import type { Form } from '#core/form/define-form.ts';
import { pathTo } from '../../../page-paths.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { csvHead, csvRecord } from '../export/csv.ts';
import { batchSize, type Batch, type InvitationsApi, type MadeLink } from './invitations-api.ts';
import type { PeopleInCsv } from './people-in-csv.ts';

type Making =
  | { readonly is: 'nothing' }
  | { readonly is: 'working'; readonly made: number }
  /** What is made stays so, and the rest is made by trying again. */
  | { readonly is: 'failed'; readonly made: number; readonly total: number }
  | { readonly is: 'done'; readonly made: number; readonly mailed: number | undefined };

type Options = {
  readonly api: InvitationsApi;
  readonly form: Form;
  readonly newId: () => string;
  readonly onMade: () => void;
};

type Wanted = {
  readonly read: PeopleInCsv;
  /** ISO 8601. */
  readonly expires: string;
  /** Whether to mail them at once. */
  readonly isMailed: boolean;
};

/** Makes links for the people in a file, batch by batch, and saves them in another. */
export function useMakingLinks({ api, form, newId, onMade }: Options) {
  const [making, setMaking] = useState<Making>({ is: 'nothing' });
  /** What is being made, so that trying again makes nothing twice. */
  const job = useRef<{
    readonly of: Wanted;
    readonly batches: readonly Batch[];
    links: MadeLink[];
  }>(null);

  async function goOn(): Promise<void> {
    const { current } = job;
    if (!current) return;
    const { of, batches } = current;
    const total = of.read.people.length;
    setMaking({ is: 'working', made: current.links.length });
    for (const batch of batches.slice(Math.ceil(current.links.length / batchSize))) {
      const made = await api.make(batch);
      if (!made.ok) return setMaking({ is: 'failed', made: current.links.length, total });
      current.links = [...current.links, ...made.value];
      setMaking({ is: 'working', made: current.links.length });
    }
    save(form, of.read, current.links);
    const mailed = of.isMailed ? await mailAll(api, current.links) : undefined;
    setMaking({ is: 'done', made: total, mailed });
    onMade();
  }

  return {
    making,
    goOn,
    begin: (of: Wanted) => {
      const { people } = of.read;
      const batches: Batch[] = [];
      for (let at = 0; at < people.length; at += batchSize)
        batches.push({
          key: newId(),
          expires: of.expires,
          people: people.slice(at, at + batchSize),
        });
      job.current = { of, batches, links: [] };
      return goOn();
    },
    forget: () => {
      job.current = null;
      setMaking({ is: 'nothing' });
    },
  };
}

/** The file as it was, with a column of links. They are nowhere else. */
function save(form: Form, { columns, rows }: PeopleInCsv, links: readonly MadeLink[]): void {
  const address = `${window.location.origin}${pathTo.fill(form.id)}${linkPrefix}`;
  const records = rows.map((row, at) => {
    const cells = columns.map((_, column) => row[column] ?? '');
    return csvRecord([...cells, `${address}${links[at]?.token ?? ''}`]);
  });
  const head = csvHead([...columns, 'link'], { hasByteOrderMark: true });
  saveFile(`${form.id}-links.csv`, [head, ...records], 'text/csv');
}

/** @returns how many mails will be sent */
async function mailAll(api: InvitationsApi, links: readonly MadeLink[]): Promise<number> {
  let mailed = 0;
  for (let at = 0; at < links.length; at += batchSize) {
    const sent = await api.mail(links.slice(at, at + batchSize).map(({ position }) => position));
    if (!sent.ok) return mailed;
    mailed += sent.value.mailed;
  }
  return mailed;
}

// First: the styles of the page's parts override it.
import './responses-page.css';
import type { Form } from '#core/form/define-form.ts';
import { useSearch } from '../../ui/navigation.ts';
import { LoadingPage } from '../../ui/page.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageNeedsNetwork } from '../../ui/needs-network.tsx';
import { FormResponsesPage } from './form-responses-page.tsx';
import { ResponsesHomePage } from './home/responses-home-page.tsx';

type Props = {
  /** Undefined for the page of all forms. */
  readonly form?: Form;
  /** Whether to share the form, instead of reading its responses. */
  readonly isShare?: boolean;
};

const SharePage = lazyPart(() => import('./share/share-page.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

const PrintedResponsesPage = lazyPart(() => import('./paper/printed-page.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

const DeliveriesPage = lazyPart(() => import('./deliveries/deliveries-page.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

const CorrectPage = lazyPart(() => import('./correct/correct-page.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

/** The owners' pages, in one part of the app: most people never load it, and owners go to and fro. */
export default function ResponsesPage({ form, isShare }: Props) {
  const view = new URLSearchParams(useSearch()).get('view');
  if (!form) return <ResponsesHomePage />;
  if (isShare) return <SharePage form={form} />;
  if (view === 'deliveries') return <DeliveriesPage key={form.id} form={form} />;
  if (view === 'paper') return <PrintedResponsesPage key={form.id} form={form} />;
  if (view === 'correct') return <CorrectPage key={form.id} form={form} />;
  return <FormResponsesPage key={form.id} form={form} />;
}

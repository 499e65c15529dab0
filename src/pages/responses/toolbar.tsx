import type { Form } from '#core/form/define-form.ts';
import { Link } from '../../ui/navigation.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { tableMessages } from '../../messages/en/table.ts';
import { useMessages } from '../../messages/locale.ts';
import { pathTo, type PagePath } from '../../page-paths.ts';
import type { View } from './data/use-responses-location.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { asksForFiles } from '#core/form/asks-for-files.ts';
import { countActive, type Filter } from './filters/response-filter.ts';
import { useMay } from './roles/own-roles.ts';
import './toolbar.css';

export type Panel = 'filters' | 'columns' | 'views' | 'export' | undefined;

type Props = {
  readonly form: Form;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly view: View;
  readonly toView: (view: View) => PagePath;
  /** Which panel is open below. */
  readonly panel: Panel;
  readonly onPanel: (panel: Panel) => void;
  /** Whether rows can be chosen, to review them together. */
  readonly isChoosing: boolean;
  readonly onChoosing: (isChoosing: boolean) => void;
};

const views: readonly View[] = ['table', 'charts'];
const viewsWithFiles: readonly View[] = [...views, 'files'];

/** One line: the views, the search, and what opens the panels. */
export function Toolbar({ form, filter, onFilter, view, toView, panel, onPanel, ...props }: Props) {
  const { isChoosing, onChoosing } = props;
  const messages = useMessages('responses', responsesMessages);
  const { savedViews } = useMessages('table', tableMessages);
  const mayShare = useMay(form.id, 'owner');
  const mayReview = useMay(form.id, 'reviewer');
  const active = countActive(filter);
  const panels = [
    ['filters', active > 0 ? messages.filtersInUse(active) : messages.filters],
    ...(view === 'table' ? [['columns', messages.columns] as const] : []),
    ['views', savedViews],
    ['export', messages.export],
  ] as const;
  return (
    <div className="responses-toolbar">
      <nav className="responses-views" aria-label={messages.views}>
        {(asksForFiles(form) ? viewsWithFiles : views).map((it) => (
          <Link key={it} href={toView(it)} aria-current={it === view ? 'page' : undefined} replace>
            {messages[it]}
          </Link>
        ))}
      </nav>
      <search aria-label={messages.responses}>
        <SearchBox
          label={messages.search}
          text={filter.search}
          onText={(search) => onFilter({ ...filter, search })}
        />
      </search>
      {panels.map(([name, label]) => (
        <button
          key={name}
          className="button-second"
          type="button"
          aria-expanded={panel === name}
          aria-controls={`responses-${name}`}
          onClick={() => onPanel(panel === name ? undefined : name)}
        >
          {label}
        </button>
      ))}
      {mayReview && view === 'table' && (
        <button
          className="button-second"
          type="button"
          aria-pressed={isChoosing}
          onClick={() => onChoosing(!isChoosing)}
        >
          {messages.review}
        </button>
      )}
      {mayShare && (
        <Link className="button-second" href={pathTo.share(form.id)}>
          {messages.share}
        </Link>
      )}
    </div>
  );
}

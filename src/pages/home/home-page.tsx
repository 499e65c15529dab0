import { useMemo } from 'react';
import { isInvited } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import { withFormList } from '../../catalogue/with-form-list.tsx';
import { usePerson } from '../../deps.ts';
import { pathTo, withQuery } from '../../page-paths.ts';
import { InstallSection } from '../../ui/install/install-section.tsx';
import Welcome from '../../ui/welcome.tsx';
import { SearchBox, mostFormsWithoutSearch } from '../../ui/search-box.tsx';
import { useLocation, useSearch } from '../../ui/navigation.ts';
import { useNavigationState } from '../../ui/use-navigation-state.ts';
import { Page } from '../../ui/page.tsx';
import { home } from '../../messages/en/home.ts';
import { useMessages } from '../../messages/locale.ts';
import { FormCard } from './form-card.tsx';
import { formGroups, formsFound, type FormGroup } from './form-groups.ts';
import { useLastSent, type LastSent } from './use-last-sent.ts';
import './home-page.css';

type Props = { readonly forms: readonly ListedForm[] };

/** More than this are closed, group by group. */
const someMore = 40;

/** The forms, in their groups, each with what waits on this device and when it was sent last. */
export default withFormList(function HomePage(props: Props) {
  // Whoever has a personal link need not look for the form, and nobody else can fill it in.
  const forms = useMemo(() => props.forms.filter((it) => !isInvited(it)), [props.forms]);
  return <Home key={usePerson()?.username ?? ''} forms={forms} />;
});

function Home({ forms }: Props) {
  const messages = useMessages('home', home);
  const lastSent = useLastSent(forms);
  const hasJustSignedIn = useNavigationState().arrival === 'signed-in';
  // Then they are a dense list with a search box, and begin with those sent last.
  const isMany = forms.length > mostFormsWithoutSearch;
  const query = new URLSearchParams(useSearch());
  const wanted = isMany ? (query.get('q') ?? '') : '';
  const groups = formGroups(formsFound(forms, wanted));
  const recent = isMany && wanted === '' ? sentLast(forms, lastSent) : [];
  return (
    <Page
      heading={messages.heading}
      title={messages.heading}
      lead={isMany ? undefined : messages.lead}
      isWide={isMany}
    >
      {hasJustSignedIn && <Welcome hasDraft={false} />}
      {isMany && <FormSearch wanted={wanted} />}
      {isMany && (
        <output className="visually-hidden">{wanted && messages.found(countIn(groups))}</output>
      )}
      {recent.length > 0 && (
        <Group group={{ name: messages.recent, forms: recent }} {...{ isMany, lastSent }} />
      )}
      {groups.map((group) => (
        <Group
          key={group.name}
          {...{ isMany, lastSent }}
          group={
            group.name === '' && groups.length > 1 ? { ...group, name: messages.other } : group
          }
          isClosed={forms.length > someMore && wanted === ''}
        />
      ))}
      {groups.length === 0 && <p>{messages.noMatches}</p>}
      <InstallSection />
    </Page>
  );
}

function FormSearch({ wanted }: { readonly wanted: string }) {
  const { search } = useMessages('home', home);
  const [, navigate] = useLocation();
  const show = (it: string) =>
    navigate(it ? withQuery(pathTo.home(), new URLSearchParams({ q: it })) : pathTo.home(), {
      replace: true,
    });
  return (
    <search className="home-search" data-kept>
      <SearchBox label={search} text={wanted} onText={show} />
    </search>
  );
}

type GroupProps = {
  readonly group: FormGroup;
  readonly isMany: boolean;
  readonly isClosed?: boolean;
  readonly lastSent: LastSent;
};

function Group({ group: { name, forms }, isMany, isClosed, lastSent }: GroupProps) {
  const messages = useMessages('home', home);
  const cards = (
    <ul className={isMany ? 'form-list' : 'cards'} aria-label={name || messages.heading}>
      {forms.map((form) => (
        <FormCard
          key={form.id}
          form={form}
          lastSent={lastSent.get(form.id)}
          isNamed={name !== ''}
        />
      ))}
    </ul>
  );
  if (name === '') return cards;
  if (!isClosed)
    return (
      <section className="form-group">
        <h2 className="section-heading">{name}</h2>
        {cards}
      </section>
    );
  return (
    <details className="form-group">
      <summary>
        <h2>{name}</h2>
        <span className="hint">{messages.count(forms.length)}</span>
      </summary>
      {cards}
    </details>
  );
}

const countIn = (groups: readonly FormGroup[]) =>
  groups.reduce((sum, { forms }) => sum + forms.length, 0);

/** The forms that the person sent last, the latest first. */
function sentLast(forms: readonly ListedForm[], lastSent: LastSent): readonly ListedForm[] {
  const timeOf = ({ id }: ListedForm) => lastSent.get(id) ?? '';
  return forms
    .filter(timeOf)
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))
    .slice(0, 6);
}

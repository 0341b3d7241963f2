import type { InvitedSite } from '@diemcau/domain/conference';
import { useMediaQuery } from '@mantine/hooks';

import { askIssue, officeSeatWords, ScreenTag, SeatMenu, type SeatQuestion, SeatTag } from '../../seat/index.ts';
import { Button, type Column, Tag, useFormats, useWords, VirtualList, VirtualTable } from '../../ui/index.ts';
import { Checkbox } from '../../ui/office/index.ts';
import type { Chosen } from './use-site-list.ts';
import { prepareWords } from './words.ts';

export type SiteRowsProps = {
  /** Those that were scrolled to. */
  rows: readonly InvitedSite[];
  /** How many there are. */
  total: number;
  /** Links may be issued and withdrawn: the conference is not over. */
  canIssue: boolean;
  choosing: Chosen;
  onNearEnd: () => void;
  ask: (question: SeatQuestion) => void;
};

const Choose = ({ site, choosing: { chosen, choose } }: { site: InvitedSite } & Pick<SiteRowsProps, 'choosing'>) => {
  const words = useWords(prepareWords).sites;
  return (
    <Checkbox
      aria-label={words.choose(site.name)}
      checked={chosen.has(site.siteId)}
      onChange={(event) => choose([site], event.currentTarget.checked)}
    />
  );
};

/** All that the search and the filter let through, also those that were not scrolled to. */
const ChooseAll = ({ rows, total, choosing }: Pick<SiteRowsProps, 'rows' | 'total' | 'choosing'>) => {
  const words = useWords(prepareWords).sites;
  const { chosen, chooseAll, clear, reading } = choosing;
  const count = rows.filter(({ siteId }) => chosen.has(siteId)).length;
  const isAll = rows.length > 0 && count === rows.length && chosen.size >= total;
  return (
    <Checkbox
      aria-label={words.chooseAll}
      disabled={reading}
      checked={isAll}
      indeterminate={chosen.size > 0 && !isAll}
      onChange={() => (isAll ? clear() : void chooseAll())}
    />
  );
};

const SiteName = ({ site }: { site: InvitedSite }) => {
  const words = useWords(prepareWords).sites;
  const personal = useWords(prepareWords).person.tag;
  return (
    <span className="prepare-two" title={site.name}>
      <b>{site.name}</b>
      <span className="tiny muted num">
        {!site.personal && site.code}
        {site.personal && <Tag>{personal}</Tag>}
        {site.hall && (
          <>
            {' '}
            <Tag tone="blue">{words.hall}</Tag>
          </>
        )}
      </span>
    </span>
  );
};

const Person = ({ clerk }: Pick<InvitedSite, 'clerk'>) => {
  const { dateTime } = useFormats();
  const words = useWords(officeSeatWords).people;
  if (clerk.status === 'none') return <span className="faint">–</span>;
  return (
    <span className="prepare-two">
      <span className={clerk.personName === null ? 'muted' : ''} title={clerk.personName ?? undefined}>
        {clerk.personName ?? words.unnamed}
      </span>
      {clerk.status === 'opened' && (
        <span className="tiny muted" title={words.opened(clerk.deviceLabel, dateTime(clerk.openedAt))}>
          {clerk.deviceLabel}
        </span>
      )}
    </span>
  );
};

type ClerkActsProps = { site: InvitedSite; short?: boolean } & Pick<SiteRowsProps, 'ask'>;

const ClerkActs = ({ site, ask, short = false }: ClerkActsProps) => {
  const words = useWords(officeSeatWords).acts;
  const { clerk, siteId, name, personal } = site;
  if (clerk.status === 'none') {
    return (
      <Button
        size="small"
        label={words.issueFor(name)}
        onPress={() => ask(askIssue({ role: personal ? 'delegate' : 'clerk', siteId, who: name }))}
      >
        {short ? words.issueShort : words.issue}
      </Button>
    );
  }
  const who = clerk.personName === null ? name : `${clerk.personName} (${name})`;
  const device = clerk.status === 'opened' ? clerk.deviceLabel : null;
  return <SeatMenu of={{ seatId: clerk.seatId, who, device }} ask={ask} />;
};

const Card = ({ site, ...props }: { site: InvitedSite } & Pick<SiteRowsProps, 'canIssue' | 'choosing' | 'ask'>) => {
  const words = useWords(prepareWords).sites;
  const personal = useWords(prepareWords).person.tag;
  return (
    <div className="prepare-card">
      {props.canIssue ? <Choose site={site} choosing={props.choosing} /> : <span />}
      <span className="prepare-two prepare-card-name">
        <b className="ell" title={site.name}>
          {site.name}
        </b>
        <span className="tiny muted ell num">
          {[site.personal ? personal : site.code, site.hall ? words.hall : site.province]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      <span className="tiny muted prepare-card-label">{words.clerkShort}</span>
      <SeatTag status={site.clerk.status} />
      {props.canIssue ? <ClerkActs site={site} ask={props.ask} short /> : <span />}
      <span className="tiny muted prepare-card-label">{words.screenShort}</span>
      <ScreenTag status={site.screen.status} />
    </div>
  );
};

const useColumns = (props: SiteRowsProps): readonly Column<InvitedSite>[] => {
  const { columns } = useWords(prepareWords).sites;
  const { rows, total, canIssue, choosing, ask } = props;
  const select: Column<InvitedSite> = {
    key: 'select',
    head: <ChooseAll rows={rows} total={total} choosing={choosing} />,
    width: '24px',
    cell: (site) => <Choose site={site} choosing={choosing} />,
  };
  const acts: Column<InvitedSite> = {
    key: 'acts',
    head: <span className="hidden-text">{columns.acts}</span>,
    width: '138px',
    cell: (site) => <ClerkActs site={site} ask={ask} />,
  };
  return [
    ...(canIssue ? [select] : []),
    { key: 'site', head: columns.site, width: 'minmax(200px, 2.2fr)', cell: (site) => <SiteName site={site} /> },
    {
      key: 'province',
      head: columns.province,
      width: 'minmax(118px, 1fr)',
      cell: ({ province }) => <span className="muted small prepare-province">{province ?? '–'}</span>,
    },
    {
      key: 'person',
      head: columns.person,
      width: 'minmax(120px, 1.1fr)',
      cell: (site) => <Person clerk={site.clerk} />,
    },
    { key: 'clerk', head: columns.clerk, width: '150px', cell: ({ clerk }) => <SeatTag status={clerk.status} /> },
    { key: 'screen', head: columns.screen, width: '124px', cell: ({ screen }) => <ScreenTag status={screen.status} /> },
    ...(canIssue ? [acts] : []),
  ];
};

/** The sites with their clerk and screen: a table, or cards on a phone. Only the rows in view exist. */
export const SiteRows = ({ rows, total, onNearEnd, ...props }: SiteRowsProps) => {
  const words = useWords(prepareWords).sites;
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const columns = useColumns({ rows, total, onNearEnd, ...props });
  const keyOf = ({ siteId }: InvitedSite) => siteId;
  const rowHeight = narrow ? 128 : 56;
  const height = rows.length * rowHeight + (narrow ? 0 : 43);
  return (
    <div className="prepare-table" style={{ height }}>
      {narrow ? (
        <VirtualList
          rows={rows}
          keyOf={keyOf}
          rowHeight={rowHeight}
          label={words.title}
          total={total}
          onNearEnd={onNearEnd}
        >
          {(site) => <Card site={site} {...props} />}
        </VirtualList>
      ) : (
        <VirtualTable
          rows={rows}
          columns={columns}
          keyOf={keyOf}
          rowHeight={rowHeight}
          label={words.title}
          leastWidth={980}
          total={total}
          onNearEnd={onNearEnd}
        />
      )}
    </div>
  );
};

import './support.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { ProvinceReadiness } from '@diemcau/domain/support';
import type { Mine } from '@diemcau/domain/wire';
import { useThrottledValue } from '@mantine/hooks';
import { IconChecks } from '@tabler/icons-react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';

import { Button, ConfirmDialog, type NowMs, Panel, StatusLine, Tag, useFormats, useWords } from '../ui/index.ts';
import { deskSupportWords } from './desk-words.ts';
import { HelpList } from './HelpList.tsx';
import { supportPort, type SupportPort } from './port.ts';
import { type CallOf, SiteList } from './SiteList.tsx';
import { useAct } from './use-act.ts';

const READ_EVERY_MS = 3000;

type SignOffProps = { port: SupportPort; province: ProvinceReadiness; onDone: () => void };

const SignOff = ({ port, province, onDone }: SignOffProps) => {
  const words = useWords(deskSupportWords).own;
  const { count, time } = useFormats();
  const [asking, ask] = useState(false);
  const act = useAct();
  const { sites, ready, signedOff } = province;
  const missing = sites - ready;
  const said =
    signedOff === null
      ? words.unsigned
      : signedOff.missing === 0
        ? words.signed(time(signedOff.at))
        : words.signedMissing(time(signedOff.at), count(signedOff.missing));
  const confirm = async () => {
    await act.run(() => port.signOff(missing));
    ask(false);
    onDone();
  };
  return (
    <div className="sup-sign-off">
      <p className="grow">
        <Tag tone={missing === 0 ? 'green' : 'plain'}>{words.ready(count(ready), count(sites))}</Tag>
        <span className="small muted num"> {said}</span>
      </p>
      <Button tone={missing === 0 && !signedOff ? 'primary' : 'plain'} icon={IconChecks} onPress={() => ask(true)}>
        {words.signOff}
      </Button>
      <StatusLine problem={act.problem} onDismiss={act.dismiss} />
      <ConfirmDialog
        open={asking}
        title={words.ask}
        effect={missing === 0 ? words.effectAll(count(sites)) : words.effect(count(missing))}
        confirm={words.signOff}
        tone="primary"
        cancel={words.back}
        onConfirm={confirm}
        onCancel={() => ask(false)}
      />
    </div>
  );
};

type Props = { seatId: SeatId; mine: Mine; nowMs: NowMs; call: CallOf };
type Part = 'requests' | 'sites';

const Parts = ({ seatId, mine, nowMs, call }: Props) => {
  const words = useWords(deskSupportWords).own;
  const { count } = useFormats();
  const [port] = useState(() => supportPort(seatId));
  const { open = 0, version = 0 } = mine.support?.below ?? {};
  const [part, show] = useState<Part>('requests');
  const [province, setProvince] = useState<ProvinceReadiness | null>(null);
  const [signed, setSigned] = useState(0);
  const told = `${useThrottledValue(version, READ_EVERY_MS)}/${signed}`;
  return (
    <Panel title={words.title} body="flush" className={`sup-own-province ${open > 0 ? 'calling' : ''}`}>
      <div className="sup-parts" role="group" aria-label={words.parts}>
        <Button size="small" pressed={part === 'requests'} onPress={() => show('requests')}>
          {words.requests}
          {open > 0 && <span className="sup-open num"> {count(open)}</span>}
        </Button>
        <Button size="small" pressed={part === 'sites'} onPress={() => show('sites')}>
          {words.sites}
        </Button>
      </div>
      {part === 'requests' && <HelpList seatId={seatId} isCentre={false} told={told} nowMs={nowMs} call={call} />}
      {part === 'sites' && (
        <>
          {province && <SignOff port={port} province={province} onDone={() => setSigned((n) => n + 1)} />}
          <SiteList
            seatId={seatId}
            listKey="own"
            read={async (asked, cursor, signal) => {
              const page = await port.ownProvince(asked, cursor, signal);
              setProvince(page.province);
              return page;
            }}
            told={told}
            ownSiteId={mine.site.siteId}
          />
        </>
      )}
    </Panel>
  );
};

/** What the clerk of a province's site does for its communes: their calls for help, their checks, the sign-off. */
const ProvinceHelp = (props: Props) => {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <QueryClientProvider client={client}>
      <Parts {...props} />
    </QueryClientProvider>
  );
};
export default ProvinceHelp;

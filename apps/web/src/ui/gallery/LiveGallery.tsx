import './gallery.css';
import { IconHandStop, IconPlayerTrackNext, IconSquare, IconTransform } from '@tabler/icons-react';
import { useState } from 'react';

import {
  Button,
  CheckField,
  ConfirmDialog,
  CopyField,
  EmptyState,
  InAppBanner,
  Kbd,
  LevelMeter,
  LiveBar,
  LiveFoot,
  Notice,
  Panel,
  SearchField,
  SelectField,
  SpeechClock,
  StatusLine,
  Tag,
  TallyFrame,
  TallyTag,
  TextField,
  useAnnounce,
  useLanguage,
  useWords,
  VirtualList,
} from '../index.ts';
import { Scene } from './Scene.tsx';
import { galleryWords } from './words.ts';

const opened = Date.now();
const nowMs = () => Date.now();
const timing = { startedAt: opened - 108_000, stoppedMs: 0, interruptedAt: null, limitSeconds: 300 };
const rows = Array.from({ length: 3355 }, (_, index) => index + 1);
const problem = {
  code: 'floor.already_queued',
  vi: 'Đại biểu này đã đăng ký phát biểu. Hãy rút đăng ký cũ trước khi gửi lại.',
  en: 'This delegate has asked already. Withdraw the earlier request first.',
};
const wait = () => new Promise((resolve) => setTimeout(resolve, 1500));

const Buttons = () => {
  const words = useWords(galleryWords);
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={words.buttons}>
      <div className="col">
        <Button tone="primary" size="big" icon={IconPlayerTrackNext} shortcut="Space" wide onPress={wait}>
          {words.next}
        </Button>
        <div className="row wrap">
          <Button tone="air" icon={IconTransform} shortcut="Enter" onPress={() => announce(words.live, 'assertive')}>
            {words.cut}
          </Button>
          <Button icon={IconSquare}>{words.end}</Button>
          <Button tone="quiet">{words.withdraw}</Button>
          <Button tone="danger" onPress={() => setAsking(true)}>
            {words.close}
          </Button>
          <Button disabled>{words.ready}</Button>
          <Button pending>{words.ready}</Button>
          <Button pressed size="small" icon={IconHandStop}>
            {words.rowKind}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        title={words.closeTitle}
        effect={words.closeEffect}
        confirm={words.close}
        onConfirm={() => wait().then(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      />
    </Panel>
  );
};

const Frames = () => {
  const words = useWords(galleryWords);
  return (
    <Panel title={words.frames}>
      <div className="gallery-frames">
        {(['off', 'standby', 'preview', 'onAir'] as const).map((state, index) => (
          <TallyFrame key={state} state={state} label={words.siteShort} foot={<LevelMeter level={index / 3} />}>
            <Scene hue={40 + index * 60} />
          </TallyFrame>
        ))}
        <TallyFrame state="standby" word="strip" caption={words.microOff} label={words.siteShort}>
          <Scene hue={10} />
        </TallyFrame>
        <TallyFrame state="onAir" word="strip" label={words.siteShort}>
          <Scene hue={210} />
        </TallyFrame>
      </div>
    </Panel>
  );
};

const Clocks = () => {
  const words = useWords(galleryWords);
  const last = { ...timing, startedAt: opened - 250_000 };
  const over = { ...timing, startedAt: opened - 380_000 };
  return (
    <Panel title={words.clocks} note={<SpeechClock timing={over} nowMs={nowMs} size="inline" />}>
      <div className="gallery-clocks">
        <SpeechClock timing={timing} nowMs={nowMs} bar />
        <SpeechClock timing={last} nowMs={nowMs} bar />
        <SpeechClock timing={over} nowMs={nowMs} bar />
        <SpeechClock timing={timing} nowMs={nowMs} show="elapsed" />
        <SpeechClock timing={{ ...timing, interruptedAt: opened }} nowMs={nowMs} bar />
        <SpeechClock timing={{ ...timing, startedAt: null }} nowMs={nowMs} bar />
      </div>
    </Panel>
  );
};

const Tags = () => {
  const words = useWords(galleryWords);
  return (
    <Panel title={words.tags}>
      <div className="row wrap">
        <Tag icon={IconHandStop}>{words.waiting}</Tag>
        <Tag tone="blue">{words.role}</Tag>
        <Tag tone="green">{words.full}</Tag>
        <Tag tone="amber">{words.wanting}</Tag>
        <Tag tone="red">{words.wanting}</Tag>
        {(['off', 'standby', 'preview', 'onAir'] as const).map((state) => (
          <TallyTag key={state} state={state} />
        ))}
        <Kbd>F1</Kbd>
      </div>
    </Panel>
  );
};

const Fields = () => {
  const words = useWords(galleryWords);
  const [kind, setKind] = useState('a');
  const [subject, setSubject] = useState('');
  const [query, setQuery] = useState('');
  const [mixer, setMixer] = useState(true);
  return (
    <Panel title={words.fields}>
      <div className="col">
        <SearchField value={query} onChange={setQuery} label={words.search} shortcut="/" />
        <SelectField
          label={words.delegate}
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'a', label: words.name },
            { value: 'b', label: words.longName },
          ]}
        />
        <TextField label={words.subject} value={subject} onChange={setSubject} hint={words.subjectHint} required />
        <TextField label={words.subject} value="" onChange={setSubject} error={words.subjectError} lines={2} />
        <CheckField label={words.mixer} checked={mixer} onChange={setMixer} />
        <CopyField label={words.link} value="https://diemcau.vn/l#3q2-7wEXAMPLEonly" />
      </div>
    </Panel>
  );
};

const Notices = () => {
  const words = useWords(galleryWords);
  const [seen, setSeen] = useState(true);
  return (
    <Panel title={words.notices}>
      <div className="col">
        <StatusLine problem={seen ? problem : null} onDismiss={() => setSeen(false)} />
        <Notice tone="good">{words.ready}</Notice>
        <Notice tone="calm">{words.emptyMore}</Notice>
        <InAppBanner userAgent="Mozilla/5.0 (Linux; Android 14; wv) Zalo android/24060127" />
      </div>
    </Panel>
  );
};

const Queue = () => {
  const words = useWords(galleryWords);
  return (
    <Panel title={words.queue} note={<Tag>{words.waiting}</Tag>} body="flush" className="gallery-queue">
      <VirtualList rows={rows} keyOf={String} rowHeight={64} label={words.queue}>
        {(row) => (
          <div className="row gallery-row">
            <div className="grow">
              <div className="ell">
                <span className="muted">{words.honorific} </span>
                <b>{words.name}</b>
              </div>
              <div className="small muted ell">{words.commune(row)}</div>
            </div>
            <Tag tone={row === 1 ? 'amber' : 'plain'}>{words.rowKind}</Tag>
          </div>
        )}
      </VirtualList>
    </Panel>
  );
};

/** The primitives on the dark ground of the live screens. */
const LiveGallery = () => {
  const words = useWords(galleryWords);
  const { language, setLanguage } = useLanguage();
  return (
    <div className="gallery" data-theme="live">
      <LiveBar
        title={words.conference}
        subtitle={words.agendaItem}
        role={words.role}
        demo
        sites={{ present: 3298, invited: 3355 }}
        line="good"
        nowMs={nowMs}
        seconds
      />
      <main className="gallery-grid">
        <Buttons />
        <Queue />
        <Clocks />
        <Frames />
        <Tags />
        <Fields />
        <Notices />
        <Panel title={words.delegate} tone="standby">
          <EmptyState title={words.empty}>{words.emptyMore}</EmptyState>
        </Panel>
      </main>
      <LiveFoot>
        <Button size="small" tone="quiet" onPress={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
          {language}
        </Button>
      </LiveFoot>
    </div>
  );
};
export default LiveGallery;

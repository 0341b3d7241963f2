import './Monitor.css';
import type { ReactNode } from 'react';

import { layoutWords } from '../live/layout-words.ts';
import { TallyFrame, Tag, type TagTone, useFormats, useWords } from '../ui/index.ts';
import type { MonitorView } from './source.ts';
import { programmeWords } from './words.ts';

/** What a monitor shows, in words: site and person, or the title card. */
export const useMonitorName = (view: MonitorView): string => {
  const words = useWords(programmeWords);
  const layouts = useWords(layoutWords);
  const { count } = useFormats();
  if (view.kind === 'title') return words.titleCard;
  if (view.kind === 'film') return words.film.title;
  if (view.kind === 'card') return layouts.card[view.card];
  if (view.kind === 'grid') {
    const { picture, main } = view;
    const name = main?.name ?? words.unnamedSite;
    if (picture.kind === 'hallBeside') return words.layout.beside(name);
    if (picture.kind === 'film') return words.film.title;
    if (picture.kind === 'content') return words.layout.content(name);
    return words.layout.mosaic(layouts.kind[picture.kind], count(picture.places.length));
  }
  const of = view.site?.name ?? words.unnamedSite;
  const site = view.camera === null ? of : `${view.camera} · ${of}`;
  return view.speaker ? `${site} · ${view.speaker.name}` : site;
};

export type MonitorProps = {
  side: 'preview' | 'onAir';
  view: MonitorView;
  /** Whether a picture is there to be cut to. */
  status: { readonly tone: TagTone; readonly text: string } | null;
  /** At the right of the head: the clock of the speech. */
  end?: ReactNode;
  children: ReactNode;
  /** Nothing is on air while the conference is not open: no red then. */
  isLive?: boolean;
};

/** A large picture with its name: green what comes, red what every room sees. */
export const Monitor = ({ side, view, status, end, children, isLive = true }: MonitorProps) => {
  const words = useWords(programmeWords);
  const name = useMonitorName(view);
  const isPreview = side === 'preview';
  const tally = isPreview ? 'preview' : isLive ? 'onAir' : 'off';
  return (
    <section className={`pg-monitor ${tally}`} aria-label={isPreview ? words.previewLabel : words.onAirLabel}>
      <header className="pg-monitor-head">
        <h2>{isPreview ? words.preview : words.onAir}</h2>
        <span className="muted ell grow" title={name}>
          {name}
        </span>
        {status && <Tag tone={status.tone}>{status.text}</Tag>}
        {end}
      </header>
      <TallyFrame state={tally} word="bare" label={name} ratio={null} className="pg-monitor-frame">
        {children}
      </TallyFrame>
    </section>
  );
};

import './sources.css';
import { SourceId, type SiteId } from '@diemcau/domain/kernel';
import { SourceName, type SiteSource, type SourceKind } from '@diemcau/domain/programme';
import { IconCamera, IconMicrophone, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import type { Run } from '../../live/index.ts';
import { Button, LevelMeter, SelectField, TextField, useWords } from '../../ui/index.ts';
import { sourceWords } from './words.ts';

type Listed = { readonly id: string; readonly label: string };

/** A source with the device that it is in the room, and how loud that is. */
export type BoundSource = SiteSource & {
  readonly name: string | null;
  readonly deviceId: string | null;
  readonly level: number;
};

export type SourcesPanelProps = {
  siteId: SiteId;
  sources: readonly BoundSource[];
  /** Devices of the room's computer that are nothing else yet. */
  devices: Readonly<Record<SourceKind, readonly Listed[]>>;
  run: Run;
  onDevice: (sourceId: SourceId, id: string | null) => void;
};

type NamingProps = {
  start?: string;
  saveLabel: string;
  /** Says whether it was done. */
  onSave: (name: string) => Promise<boolean>;
  onDone: () => void;
};

/** The name of a source, typed and checked here before it is sent. */
const Naming = ({ start = '', saveLabel, onSave, onDone }: NamingProps) => {
  const words = useWords(sourceWords);
  const [typed, setTyped] = useState(start);
  const [isWrong, setWrong] = useState(false);
  const save = async () => {
    const name = SourceName.safeParse(typed);
    setWrong(!name.success);
    if (name.success && (await onSave(name.data))) onDone();
  };
  return (
    <>
      <TextField
        label={words.name}
        value={typed}
        hint={words.nameHint}
        error={isWrong ? words.nameWrong : null}
        onChange={setTyped}
      />
      <div className="src-acts">
        <Button size="small" tone="primary" onPress={save}>
          {saveLabel}
        </Button>
        <Button size="small" onPress={onDone}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
};

const Adding = ({ siteId, run, onDone }: Pick<SourcesPanelProps, 'siteId' | 'run'> & { onDone: () => void }) => {
  const words = useWords(sourceWords);
  const [sourceId] = useState(() => SourceId.parse(crypto.randomUUID()));
  const [kind, setKind] = useState<SourceKind>('camera');
  return (
    <div className="col">
      <SelectField
        label={words.kind}
        value={kind}
        choices={(['camera', 'microphone'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setKind}
      />
      <Naming
        saveLabel={words.save}
        onSave={(source) => run({ type: 'programme.addSource', siteId, sourceId, kind }, { source })}
        onDone={onDone}
      />
    </div>
  );
};

type LineProps = Pick<SourcesPanelProps, 'run' | 'onDevice'> & { source: BoundSource; list: readonly Listed[] };

const Line = ({ source, list, run, onDevice }: LineProps) => {
  const words = useWords(sourceWords);
  const { siteId, sourceId, kind, deviceId, level, isOpen } = source;
  const name = source.name ?? words.unnamed;
  const Face = kind === 'camera' ? IconCamera : IconMicrophone;
  const isThere = list.some(({ id }) => id === deviceId);
  const [isRenaming, rename] = useState(false);
  return (
    <li>
      <p className="src-name">
        <Face size={18} stroke={1.75} aria-hidden />
        <b className="grow">{name}</b>
        <Button
          size="small"
          tone="quiet"
          icon={IconPencil}
          label={words.rename(name)}
          pressed={isRenaming}
          onPress={() => rename(!isRenaming)}
        >
          {null}
        </Button>
        <Button
          size="small"
          tone="quiet"
          icon={IconX}
          label={words.remove(name)}
          onPress={() => run({ type: 'programme.removeSource', siteId, sourceId })}
        >
          {null}
        </Button>
      </p>
      {isRenaming && (
        <div className="col src-renaming">
          <Naming
            start={source.name ?? ''}
            saveLabel={words.saveName}
            onSave={(named) => run({ type: 'programme.renameSource', siteId, sourceId }, { source: named })}
            onDone={() => rename(false)}
          />
        </div>
      )}
      <SelectField
        label={words.device(name)}
        value={isThere && deviceId !== null ? deviceId : ''}
        choices={[
          { value: '', label: words.noDevice },
          ...list.map(({ id, label }) => ({ value: id, label: label === '' ? id.slice(0, 8) : label })),
        ]}
        onChange={(id) => onDevice(sourceId, id === '' ? null : id)}
      />
      {kind === 'microphone' && (
        <>
          <LevelMeter level={level} label={words.level(name)} size="thick" />
          <p className="small muted">{isOpen ? words.open : words.shut}</p>
        </>
      )}
    </li>
  );
};

/** The further cameras and table microphones of a room: named here, and each told which device it is. */
const SourcesPanel = ({ siteId, sources, devices, run, onDevice }: SourcesPanelProps) => {
  const words = useWords(sourceWords);
  const [isAdding, add] = useState(false);
  const bound = new Set(sources.flatMap(({ deviceId }) => deviceId ?? []));
  return (
    <section className="col src" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="small muted">{words.hint}</p>
      {sources.length > 0 && (
        <ul className="src-list">
          {sources.map((source) => (
            <Line
              key={source.sourceId}
              source={source}
              list={devices[source.kind].filter(({ id }) => id === source.deviceId || !bound.has(id))}
              run={run}
              onDevice={onDevice}
            />
          ))}
        </ul>
      )}
      {isAdding ? (
        <Adding siteId={siteId} run={run} onDone={() => add(false)} />
      ) : (
        <div>
          <Button size="small" icon={IconPlus} onPress={() => add(true)}>
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
};

export default SourcesPanel;

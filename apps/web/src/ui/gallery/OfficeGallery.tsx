import './gallery.css';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { Button, matching, Panel, QrCode, SearchField, Tag, useFormats, useWords, VirtualTable } from '../index.ts';
import {
  Checkbox,
  Menu,
  NumberInput,
  OfficePage,
  PasswordInput,
  Radio,
  SegmentedControl,
  Select,
  Stat,
  Steps,
  Table,
  Textarea,
  TextInput,
  Tooltip,
} from '../office/index.ts';
import { galleryWords } from './words.ts';

const rows = Array.from({ length: 3355 }, (_, index) => index + 1);
const lower = (text: string) => text.toLowerCase();

const Sites = () => {
  const words = useWords(galleryWords);
  const formats = useFormats();
  const [query, setQuery] = useState('');
  const found = matching(rows, query, words.commune, lower);
  return (
    <Panel
      title={words.sites}
      note={<Tag>{formats.count(found.length)}</Tag>}
      actions={<SearchField value={query} onChange={setQuery} label={words.search} />}
      body="flush"
      className="gallery-queue"
    >
      <VirtualTable
        rows={found}
        keyOf={String}
        label={words.sites}
        columns={[
          { key: 'site', head: words.sites, width: '1.4fr', cell: (row) => <b>{words.commune(row)}</b> },
          {
            key: 'province',
            head: words.province,
            width: '1fr',
            cell: () => <span className="muted">{words.office}</span>,
          },
          { key: 'people', head: words.people, width: '110px', cell: (row) => <span className="num">{row % 90}</span> },
          {
            key: 'state',
            head: words.state,
            width: '160px',
            cell: (row) =>
              row % 3 === 0 ? <Tag tone="amber">{words.wanting}</Tag> : <Tag tone="green">{words.full}</Tag>,
          },
        ]}
      />
    </Panel>
  );
};

/** The office kit on its light ground. */
const OfficeGallery = () => {
  const words = useWords(galleryWords);
  const formats = useFormats();
  const steps = words.steps.split('|').map((label, index) => ({
    label,
    state: index < 2 ? ('done' as const) : index === 2 ? ('current' as const) : ('later' as const),
  }));
  return (
    <OfficePage
      title={words.conference}
      eyebrow={formats.dateTime('2026-12-28T01:00:00Z')}
      person={{ name: words.person, detail: words.office }}
      onSignOut={() => undefined}
      actions={
        <>
          <Button icon={IconDownload}>{words.link}</Button>
          <Button tone="primary" icon={IconPlus}>
            {words.add}
          </Button>
        </>
      }
    >
      <Steps steps={steps} label={words.prepare} />
      <div className="row wrap">
        <Stat value={formats.count(3355)} label={words.invited} />
        <Stat value={formats.count(485)} label={words.lacking} wanting />
      </div>
      <Sites />
      <Panel title={words.people} body="flush">
        <Table data={{ head: [words.sites, words.people], body: [[words.commune(1), 18]] }} />
      </Panel>
      <Panel title={words.fields}>
        <div className="gallery-fields">
          <TextInput label={words.sites} placeholder={words.search} />
          <TextInput label={words.subject} error={words.subjectError} />
          <Select label={words.kind} data={words.kinds.split('|')} defaultValue={words.kinds.split('|')[1] ?? ''} />
          <NumberInput label={words.limit} defaultValue={120} thousandSeparator="." decimalSeparator="," />
          <PasswordInput label={words.link} defaultValue="secret" />
          <Textarea label={words.subject} placeholder={words.subjectHint} />
          <Checkbox label={words.mixer} defaultChecked />
          <Radio label={words.kind} defaultChecked />
          <SegmentedControl data={words.kinds.split('|').slice(0, 3)} />
          <Tooltip label={words.lacking}>
            <span>
              <Button tone="danger">{words.close}</Button>
            </span>
          </Tooltip>
          <Menu>
            <Menu.Target>
              <button type="button" className="ui-button plain">
                {words.add}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item>{words.ready}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <QrCode text="https://diemcau.vn/l#3q2-7wEXAMPLEonly" label={words.link} size={140} />
        </div>
      </Panel>
    </OfficePage>
  );
};
export default OfficeGallery;

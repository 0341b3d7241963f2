import './templates.css';
import type { Template } from '@diemcau/domain/snapshot';
import { useMediaQuery } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';

import {
  NameDialog,
  officeConferenceWords,
  templateWords,
  useTemplateActs,
  useTemplates,
} from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { newConferenceHref, OfficeFrame } from '../../organisation/index.ts';
import {
  ConfirmDialog,
  EmptyState,
  ErrorState,
  LinkButton,
  Loading,
  Panel,
  type SaidProblem,
  SearchField,
  StatusLine,
  Tag,
  useFormats,
  useWords,
  VirtualList,
} from '../../ui/index.ts';
import { ActMenu } from '../../ui/office/index.ts';
import { templatesWords } from './words.ts';

type Question = { readonly kind: 'rename' | 'remove'; readonly template: Template };
type Ask = (question: Question | null) => void;

const [rowHeight, cardHeight] = [84, 156];

const Row = ({ template, ask }: { template: Template; ask: Ask }) => {
  const words = useWords(templatesWords);
  const parts = useWords(templateWords);
  const kinds = useWords(officeConferenceWords).kind;
  const { count, dateTime } = useFormats();
  const { templateId, name, builtIn, kind, hallName, sites, items, rows, madeAt } = template;
  const holds = [
    kinds[kind],
    parts.holds(count(items), count(rows)),
    ...(hallName === null ? [] : [parts.sites(count(sites))]),
    ...(madeAt === null ? [] : [words.madeAt(dateTime(madeAt))]),
  ].join(' · ');
  return (
    <div className="templates-row">
      <span className="templates-what">
        <span className="templates-name" title={name}>
          {name}
        </span>
        <span className="small muted num templates-holds" title={holds}>
          {holds}
        </span>
      </span>
      <span className="row">
        {builtIn && <Tag tone="blue">{words.builtIn}</Tag>}
        <LinkButton href={`${newConferenceHref}?template=${templateId}`} size="small">
          {words.use}
        </LinkButton>
        {!builtIn && (
          <ActMenu
            label={words.menu(name)}
            groups={[
              [{ words: words.rename, icon: IconPencil, act: () => ask({ kind: 'rename', template }) }],
              [{ words: words.remove, icon: IconTrash, act: () => ask({ kind: 'remove', template }) }],
            ]}
          />
        )}
      </span>
    </div>
  );
};

const Remove = ({ template: { templateId, name }, onDone }: { template: Template; onDone: () => void }) => {
  const words = useWords(templatesWords);
  const { remove } = useTemplateActs();
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const send = async () => {
    try {
      await remove(templateId);
      onDone();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <ConfirmDialog
      open
      title={words.removing.title(name)}
      effect={
        <div className="col">
          <p>{words.removing.effect}</p>
          <StatusLine problem={problem} />
        </div>
      }
      confirm={words.remove}
      tone="danger"
      onConfirm={send}
      onCancel={onDone}
    />
  );
};

const Asked = ({ question, ask }: { question: Question | null; ask: Ask }) => {
  const words = useWords(templatesWords);
  const { rename } = useTemplateActs();
  if (question === null) return null;
  const { kind, template } = question;
  if (kind === 'remove') return <Remove template={template} onDone={() => ask(null)} />;
  return (
    <NameDialog
      title={words.renameTitle}
      hint={words.renameHint}
      first={template.name}
      onSave={(name) => rename(template.templateId, name)}
      onClose={() => ask(null)}
    />
  );
};

const List = () => {
  const words = useWords(templatesWords);
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const [question, ask] = useState<Question | null>(null);
  const { read, more } = useTemplates(q);
  if (read.data === undefined)
    return read.error ? <ErrorState problem={asProblem(read.error)} onRetry={read.refetch} /> : <Loading />;
  const items = read.data.pages.flatMap((page) => page.items);
  const height = narrow ? cardHeight : rowHeight;
  return (
    <>
      <div className="templates-search">
        <SearchField value={typed} onChange={setTyped} label={words.search} shortcut="/" />
      </div>
      <Panel body="flush">
        {items.length === 0 ? (
          <EmptyState title={words.none(typed.trim())}>{words.noneHint}</EmptyState>
        ) : (
          <div className="templates-list" style={{ height: items.length * height }}>
            <VirtualList
              rows={items}
              keyOf={(template) => template.templateId}
              rowHeight={height}
              label={words.list}
              total={read.data.pages.at(-1)?.total ?? items.length}
              onNearEnd={more}
            >
              {(template) => <Row template={template} ask={ask} />}
            </VirtualList>
          </div>
        )}
      </Panel>
      <p className="muted">{words.hint}</p>
      <Asked question={question} ask={ask} />
    </>
  );
};

/** `/mau`: templates of one's units and of the product, from which conferences are made. */
export const TemplatesScreen = () => (
  <OfficeFrame title={useWords(templatesWords).title}>
    <List />
  </OfficeFrame>
);

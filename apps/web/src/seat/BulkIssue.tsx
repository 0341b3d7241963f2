import './BulkIssue.css';
import { IconDownload } from '@tabler/icons-react';

import { Button, Dialog, Notice, StatusLine, useFormats, useWords } from '../ui/index.ts';
import { type BulkSite, useBulkIssue } from './bulk-issue.ts';
import { linkTable, type SiteLink } from './link-table.ts';
import { officeSeatWords } from './office-words.ts';

const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

export type BulkIssueProps = { conferenceId: string; sites: readonly BulkSite[]; onClose: () => void };

/** Issues the links of many clerks at once; they are shown this once, as a table to keep or to pass on. */
export const BulkIssue = ({ conferenceId, sites, onClose }: BulkIssueProps) => {
  const words = useWords(officeSeatWords).bulk;
  const { count } = useFormats();
  const { state, run } = useBulkIssue(conferenceId);
  const download = (links: readonly SiteLink[]) =>
    save(words.file, linkTable([words.heads.code, words.heads.site, words.heads.province, words.heads.link], links));
  switch (state.status) {
    case 'asking':
      return (
        <Dialog
          open
          title={words.title(count(sites.length))}
          onClose={onClose}
          actions={
            <>
              <Button onPress={onClose} autoFocus>
                {words.cancel}
              </Button>
              <Button tone="primary" onPress={() => void run(sites)}>
                {words.confirm(count(sites.length))}
              </Button>
            </>
          }
        >
          {words.effect}
        </Dialog>
      );
    case 'working':
      return (
        <Dialog open title={words.title(count(sites.length))} onClose={() => undefined} actions={null}>
          <div className="seat-bulk">
            <p className="num" role="status">
              {words.working(count(state.done), count(sites.length))}
            </p>
            <progress value={state.done} max={sites.length} aria-label={words.title(count(sites.length))} />
          </div>
        </Dialog>
      );
    case 'done':
      return (
        <Dialog
          open
          title={words.doneTitle(count(state.links.length))}
          // A press beside the window must not lose the links, which are shown only now.
          onClose={() => undefined}
          actions={
            <>
              <Button onPress={onClose}>{words.close}</Button>
              {state.failed.length > 0 && (
                <Button onPress={() => void run(state.failed)}>{words.again(count(state.failed.length))}</Button>
              )}
              {state.links.length > 0 && (
                <Button tone="primary" icon={IconDownload} onPress={() => download(state.links)}>
                  {words.download}
                </Button>
              )}
            </>
          }
        >
          <div className="seat-bulk">
            {state.links.length > 0 && <p>{words.once}</p>}
            {state.failed.length > 0 && <Notice tone="trouble">{words.failed(count(state.failed.length))}</Notice>}
            <StatusLine problem={state.problem} />
          </div>
        </Dialog>
      );
  }
};

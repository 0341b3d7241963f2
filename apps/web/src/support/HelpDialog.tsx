import type { SeatId } from '@diemcau/domain/kernel';
import { type HelpOfSite, MAX_HELP_LINE } from '@diemcau/domain/support';
import { useState } from 'react';

import { upperFirst } from '../live/index.ts';
import { Button, Dialog, type NowMs, PhoneLink, StatusLine, TextField, useFormats, useWords } from '../ui/index.ts';
import { helpWords } from './clerk-words.ts';
import { deskSupportWords } from './desk-words.ts';
import { supportPort } from './port.ts';
import { Since } from './Since.tsx';
import type { CallOf } from './SiteList.tsx';
import { useAct } from './use-act.ts';

type Props = {
  seatId: SeatId;
  help: HelpOfSite;
  isCentre: boolean;
  nowMs: NowMs;
  /** Reads the list anew after an act. */
  onDone: () => void;
  onClose: () => void;
  call: CallOf;
};

const Facts = ({ help, nowMs }: Pick<Props, 'help' | 'nowMs'>) => {
  const words = useWords(deskSupportWords);
  const { kinds, centre, province } = useWords(helpWords);
  const { time } = useFormats();
  const { site, contact, takenBy, passedAt, answer } = help;
  return (
    <>
      <p className="sup-own-what">
        <b>{kinds[help.kind]}</b>
        <span className="sup-own-clock">
          <span className="small muted">{words.dialog.since} </span>
          <Since at={help.openedAt} nowMs={nowMs} />
        </span>
      </p>
      {help.note !== '' && <p className="sup-note">{help.note}</p>}
      <p className="small muted num">
        {[site.province && upperFirst(site.province), site.code].filter(Boolean).join(' · ')}
      </p>
      <p className="small">
        {contact ? (
          <>
            {contact.name !== null && <span>{contact.name} </span>}
            <PhoneLink
              phone={contact.phone}
              label={words.sites.call(`${contact.name ?? ''} ${site.name}`.trim(), contact.phone)}
            />
          </>
        ) : (
          <span className="muted">{words.sites.noPhone}</span>
        )}
      </p>
      {takenBy && <p>{words.requests.takenBy(takenBy.name ?? (takenBy.isCentre ? centre : province))}</p>}
      {passedAt !== null && <p className="small muted num">{words.dialog.passed(time(passedAt))}</p>}
      {answer && (
        <p className="sup-answer">
          <span className="small muted num">{words.dialog.answered(time(answer.at))}</span>
          <b>{answer.text}</b>
        </p>
      )}
    </>
  );
};

/** A request of a site: whom to call, who has it, and what is done with it. */
export const HelpDialog = ({ seatId, help, isCentre, nowMs, onDone, onClose, call }: Props) => {
  const words = useWords(deskSupportWords).dialog;
  const [port] = useState(() => supportPort(seatId));
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const act = useAct();
  const { helpId, takenBy } = help;
  const { siteId } = help.site;
  const isMine = takenBy?.seatId === seatId;
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    const done = await act.run(work);
    onDone();
    return done;
  };
  const answer = async () => {
    const said = text.trim();
    if (said === '') return setError(words.answerEmpty);
    if (await doing(() => port.answer(siteId, helpId, said))) setText('');
  };
  const ending = async (work: () => Promise<unknown>) => {
    if (await doing(work)) onClose();
  };
  return (
    <Dialog
      open
      title={help.site.name}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {words.close}
          </Button>
          {!isCentre && !takenBy?.isCentre && help.passedAt === null && (
            <Button onPress={() => ending(() => port.pass(siteId, helpId))}>{words.pass}</Button>
          )}
          {isMine ? (
            <Button tone="primary" onPress={() => ending(() => port.solve(siteId, helpId))}>
              {words.solve}
            </Button>
          ) : (
            <Button
              tone={takenBy ? 'plain' : 'primary'}
              onPress={() => doing(() => port.take(siteId, helpId, takenBy?.seatId ?? null))}
            >
              {takenBy ? words.takeOver : words.take}
            </Button>
          )}
        </>
      }
    >
      <div className="col">
        <Facts help={help} nowMs={nowMs} />
        <StatusLine problem={act.problem} onDismiss={act.dismiss} />
        {!isMine && <p className="small muted">{words.takeFirst}</p>}
        {isMine && call(help.site)}
        {isMine && (
          <form
            className="col"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void answer();
            }}
          >
            <TextField
              label={words.answer}
              hint={words.answerHint}
              error={error}
              value={text}
              onChange={(value) => {
                setText(value);
                setError(null);
              }}
              maxLength={MAX_HELP_LINE}
            />
            <div>
              <Button onPress={answer}>{words.send}</Button>
            </div>
            <button type="submit" hidden />
          </form>
        )}
      </div>
    </Dialog>
  );
};

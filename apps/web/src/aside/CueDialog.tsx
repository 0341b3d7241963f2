import { CueCode, CueId, CueSaid, MAX_CUE, type CueBody } from '@diemcau/domain/aside';
import type { SiteId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, Dialog, StatusLine, TextField, useWords, type SaidProblem } from '../ui/index.ts';
import { deskAsideWords } from './desk-words.ts';
import { siteAsideWords } from './site-words.ts';

export type CueDialogProps = {
  siteId: SiteId;
  siteName: string;
  onSend: (body: CueBody) => Promise<unknown>;
  onClose: () => void;
};

/** Four ready sentences and a line of one's own; one press sends. */
export const CueDialog = ({ siteId, siteName, onSend, onClose }: CueDialogProps) => {
  const words = useWords(deskAsideWords).cue;
  const { ready } = useWords(siteAsideWords);
  // One window is one cue, however often it is sent.
  const [cueId] = useState(() => CueId.parse(crypto.randomUUID()));
  const [line, write] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const send = async (said: CueBody['said']) => {
    try {
      await onSend({ cueId, siteId, said });
      onClose();
    } catch (fault) {
      setProblem(asProblem(fault));
    }
  };
  const sendLine = () => {
    const said = CueSaid.safeParse({ kind: 'own', words: line });
    setWrong(!said.success);
    return said.success ? send(said.data) : Promise.resolve();
  };
  return (
    <Dialog
      open
      title={words.title(siteName)}
      onClose={onClose}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <div className="col">
        <p className="small muted">{words.hint}</p>
        {CueCode.options.map((code) => (
          <Button key={code} wide onPress={() => send({ kind: 'ready', code })}>
            {ready[code]}
          </Button>
        ))}
        <form
          className="col"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void sendLine();
          }}
        >
          <TextField
            label={words.own}
            value={line}
            onChange={write}
            maxLength={MAX_CUE}
            error={isWrong ? words.short : null}
          />
          <Button type="submit" tone="primary" wide>
            {words.send}
          </Button>
        </form>
        <StatusLine problem={problem} onDismiss={() => setProblem(null)} />
      </div>
    </Dialog>
  );
};

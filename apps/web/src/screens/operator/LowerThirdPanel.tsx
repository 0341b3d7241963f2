import { IconEye, IconEyeOff, IconPencil } from '@tabler/icons-react';

import { type LowerThirdLines } from '../../floor/index.ts';
import { programmeWords } from '../../programme/index.ts';
import { Button, Panel, Tag, useWords } from '../../ui/index.ts';

export type LowerThirdPanelProps = {
  shown: boolean;
  /** What it says now; null: the title card, or nothing known yet. */
  lines: LowerThirdLines | null;
  onToggle: () => Promise<unknown>;
  /** Null while nobody with a name is on air. */
  onCorrect: (() => void) | null;
};

/** The lower third: shown or hidden, what it says, and its correction. */
export const LowerThirdPanel = ({ shown, lines, onToggle, onCorrect }: LowerThirdPanelProps) => {
  const words = useWords(programmeWords);
  return (
    <Panel
      title={words.lowerThird}
      note={<Tag tone={shown ? 'green' : 'plain'}>{shown ? words.lowerThirdOn : words.lowerThirdOff}</Tag>}
    >
      <div className="col">
        {lines && (
          <div className="op-third">
            <p>
              {lines.honorific !== '' && <span className="muted">{lines.honorific} </span>}
              <b>{lines.name}</b>
            </p>
            {lines.details.map((detail) => (
              <p key={detail} className="small muted">
                {detail}
              </p>
            ))}
          </div>
        )}
        <div className="op-pair">
          <Button size="small" shortcut="B" icon={shown ? IconEyeOff : IconEye} onPress={onToggle}>
            {shown ? words.lowerThirdHide : words.lowerThirdShow}
          </Button>
          {onCorrect && (
            <Button size="small" icon={IconPencil} label={words.correct} onPress={onCorrect}>
              {words.correctShort}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
};

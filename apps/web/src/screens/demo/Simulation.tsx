import { type Demo, FEW_SIMULATED } from '@diemcau/domain/seat';
import { IconMinus, IconPlus } from '@tabler/icons-react';

import { Button, Panel, useFormats, useWords } from '../../ui/index.ts';
import { demoWords } from './words.ts';

export type SimulationProps = { demo: Demo; onSet: (count: number) => Promise<void> };

/** How many sites play themselves, from none to the most the machine may have. */
export const Simulation = ({ demo: { simulated, maxSimulated }, onSet }: SimulationProps) => {
  const words = useWords(demoWords).simulation;
  const { count } = useFormats();
  const choices = [0, FEW_SIMULATED, maxSimulated / 2, maxSimulated];
  return (
    <Panel
      title={words.title}
      note={<span className="small muted num">{words.count(count(simulated), count(maxSimulated))}</span>}
    >
      <div className="row wrap">
        <p className="grow small muted">{words.body}</p>
        <div className="row wrap">
          <Button
            size="small"
            icon={IconMinus}
            label={words.fewer}
            disabled={simulated <= 0}
            onPress={() => onSet(simulated - 1)}
          />
          <span className="demo-count num" role="status" aria-label={words.set(count(simulated))}>
            {count(simulated)}
          </span>
          <Button
            size="small"
            icon={IconPlus}
            label={words.more}
            disabled={simulated >= maxSimulated}
            onPress={() => onSet(simulated + 1)}
          />
          {choices.map((choice) => (
            <Button
              key={choice}
              size="small"
              pressed={choice === simulated}
              label={choice === 0 ? words.none : words.set(count(choice))}
              onPress={() => onSet(choice)}
            >
              {choice === 0 ? words.none : count(choice)}
            </Button>
          ))}
        </div>
      </div>
    </Panel>
  );
};

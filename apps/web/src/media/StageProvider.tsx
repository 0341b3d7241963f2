import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { FULL_LINE, type SiteLine } from '@diemcau/domain/kernel';
import type { LiveConnection } from '../live/index.ts';
import type { Capture } from './capture.ts';
import { Stage } from './stage.ts';
import type { StageLine, StageState } from './stage-connection.ts';

/** The stage of this page, for the pictures in it. Most pages leave it to `StageProvider`. */
export const StageContext = createContext<Stage | null>(null);

export type StageProviderProps = {
  live: LiveConnection;
  /** Whether voices are played here. */
  sound: boolean;
  children: ReactNode;
};

/** Puts the page on the stage for as long as it is shown, and gives the stage to the pictures in it. */
export const StageProvider = ({ live, sound, children }: StageProviderProps) => {
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    const made = new Stage(live, false);
    made.start();
    setStage(made);
    return () => {
      made.stop();
      setStage(null);
    };
  }, [live]);
  useEffect(() => stage?.setSound(sound), [stage, sound]);
  return <StageContext value={stage}>{children}</StageContext>;
};

/** The stage of this page; null for the moment in which it is being made. */
export const useStage = (): Stage | null => use(StageContext);

/** Room screens: sends from these devices while the component is shown. */
export const useSending = (capture: Capture): void => {
  const stage = useStage();
  useEffect(() => {
    stage?.sendFrom(capture);
    return () => stage?.sendFrom(null);
  }, [stage, capture]);
};

const OFF: StageState = { status: 'off' };
const nothing = () => () => undefined;

/** The line to the media server. */
export const useStageState = (): StageState => {
  const stage = useStage();
  return useSyncExternalStore(stage?.connection.subscribe ?? nothing, () => stage?.connection.state() ?? OFF);
};

/** How well this page is reached by the media server. */
export const useStageLine = (): StageLine => {
  const stage = useStage();
  return useSyncExternalStore(stage?.connection.subscribe ?? nothing, () => stage?.connection.line() ?? 'unknown');
};

/** What the line of this page carries, in steps. */
export const useCarried = (): SiteLine => {
  const stage = useStage();
  return useSyncExternalStore(stage?.subscribe ?? nothing, () => stage?.line() ?? FULL_LINE);
};

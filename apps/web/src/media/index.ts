export type { Quality } from './cameras.ts';
export type { Device, CaptureState } from './capture.ts';
export { Capture } from './capture.ts';
export type { DeviceStatus } from './capture-faults.ts';
export type { Picture } from './cut.ts';
export { loadGrid } from './grid-picture.ts';
export { Loudness } from './loudness.ts';
export { ProgrammeVideo, type ProgrammeVideoProps } from './ProgrammeVideo.tsx';
export { Stage } from './stage.ts';
export { SiteVideo, type SiteVideoProps } from './SiteVideo.tsx';
export type { StageLine, StageState } from './stage-connection.ts';
export {
  StageContext,
  StageProvider,
  type StageProviderProps,
  useCarried,
  useSending,
  useStage,
  useStageLine,
  useStageState,
} from './StageProvider.tsx';
export { TrackVideo } from './TrackVideo.tsx';

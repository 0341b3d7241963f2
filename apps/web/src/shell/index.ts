export { App } from './App.tsx';
export { RoomApp, type RoomAppProps } from './RoomApp.tsx';
export { applyTheme, themeOf } from './theme.ts';
export { followNewBuild } from './new-build.ts';

export * from './content.ts';
export * from './film.ts';
export * from './messages.ts';
export * from './picture.ts';
export * from './polling.ts';
export * from './problems.ts';
export * from './rules.ts';
export * from './view.ts';

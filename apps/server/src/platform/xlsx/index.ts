export type { Cell } from './sheet.ts';
export { writeWorkbook, type Sheet } from './workbook.ts';

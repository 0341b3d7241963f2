/** A table as it came out of a spreadsheet: rows of cells, as text. */
export type Table = readonly (readonly string[])[];

/** Pasted from a spreadsheet, or a .csv file: its separator is found. Loaded when it is wanted. */
export const readText = async (text: string): Promise<Table> => {
  const { default: papa } = await import('papaparse');
  return papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false }).data;
};

const cellText = (cell: unknown): string => {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  // A cell that holds a time of day, on the clock of the spreadsheet.
  return cell instanceof Date ? cell.toISOString().slice(11, 16) : '';
};

/** The first sheet of an .xlsx file. Loaded when it is wanted. */
const readWorkbook = async (file: Blob): Promise<Table> => {
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(file);
  return rows.map((row) => row.map(cellText));
};

/** Throws when the file is neither a workbook nor a text. */
export const readFile = async (file: File): Promise<Table> =>
  /\.xlsx$/i.test(file.name) ? readWorkbook(file) : readText(await file.text());

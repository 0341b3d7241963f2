// Lays out a document off the main thread: the sockets of the server must not wait for it.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions, TableCell } from 'pdfmake/interfaces.js';
import type { PdfBlock, PdfDocument } from './document.ts';

const document = workerData as PdfDocument;
const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'));
const file = (weight: string) => join(home, weight, `BeVietnamPro_${weight}.ttf`);

const MM = 72 / 25.4;
/** Left, top, right, bottom, as administrative documents have them. */
const MARGINS: [number, number, number, number] = [30 * MM, 20 * MM, 15 * MM, 20 * MM];
const RULE = '#c9ced6';
const GROUND = '#eef1f5';
const FAINT = '#5b6472';

const tableOf = ({ columns, rows }: Extract<PdfBlock, { kind: 'table' }>): Content => {
  const head = columns.map(({ head: text, numbers }): TableCell => ({
    text,
    bold: true,
    fillColor: GROUND,
    alignment: numbers ? 'right' : 'left',
  }));
  const across = (text: string): TableCell[] => [
    { text, bold: true, colSpan: columns.length, fillColor: '#f7f8fa' },
    ...columns.slice(1).map(() => ''),
  ];
  const body = rows.map((row): TableCell[] =>
    row.length === 1
      ? across(row[0] ?? '')
      : columns.map(({ numbers }, i): TableCell => ({ text: row[i] ?? '', alignment: numbers ? 'right' : 'left' })),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [head, ...body],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => RULE,
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    fontSize: 9,
    margin: [0, 2, 0, 8],
  };
};

const contentOf = (block: PdfBlock): Content => {
  switch (block.kind) {
    case 'title':
      return [
        { text: block.over, fontSize: 10, bold: true, margin: [0, 0, 0, 14] },
        { text: block.text, fontSize: 15, bold: true, alignment: 'center' },
        { text: block.under, fontSize: 12, alignment: 'center', margin: [0, 3, 0, 14] },
      ];
    case 'heading':
      return { text: block.text, fontSize: 12, bold: true, margin: [0, 10, 0, 4], headlineLevel: 1 };
    case 'text':
      return { text: block.text, margin: [0, 0, 0, 6] };
    case 'facts':
      return {
        table: {
          widths: [110, '*'],
          body: block.facts.map(([name, value]): TableCell[] => [{ text: name, color: FAINT }, value]),
        },
        layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
        margin: [0, 0, 0, 6],
      };
    case 'table':
      return tableOf(block);
  }
};

const definition: TDocumentDefinitions = {
  pageSize: 'A4',
  pageMargins: MARGINS,
  info: { title: document.title, creator: 'Điểm Cầu', producer: 'Điểm Cầu' },
  language: 'vi-VN',
  defaultStyle: { font: 'BeVietnamPro', fontSize: 10, lineHeight: 1.2 },
  content: document.blocks.map(contentOf),
  footer: (page, pages) => ({
    margin: [MARGINS[0], 14, MARGINS[2], 0],
    fontSize: 8,
    color: FAINT,
    columns: [
      { text: document.foot, width: '*' },
      { text: `Trang ${page}/${pages}`, alignment: 'right', width: 60 },
    ],
  }),
  // A heading does not stand alone at the foot of a page.
  pageBreakBefore: (node, nodes) =>
    node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0 && nodes.getNodesOnNextPage().length > 0,
};

pdfmake.setFonts({
  BeVietnamPro: { normal: file('400Regular'), bold: file('600SemiBold') },
});
// Nothing is read but the fonts, and nothing is fetched.
pdfmake.setLocalAccessPolicy((path) => path.startsWith(home));
pdfmake.setUrlAccessPolicy(() => false);
const bytes = new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
parentPort?.postMessage(bytes, [bytes.buffer]);

import { Command } from '@diemcau/domain/live';
import { CommandTexts } from '@diemcau/domain/wire';
import { describe, expect, it } from 'vitest';

import { names, site } from '../live/live.fixture.ts';
import { itemId } from '../live/plan.fixture.ts';
import { type KnownSite, readPlan } from './import.ts';
import { importSteps } from './import-steps.ts';
import { readText } from './table.ts';

const sites: readonly KnownSite[] = [
  ...[0, 1, 2].map((n) => ({ ...site(n), hall: n === 0 })),
  { ...site(8), name: 'Xã Tân Lập', code: '08', hall: false },
  { ...site(9), name: 'Xã Tân Lập', province: 'tỉnh Điện Biên', code: '09', hall: false },
];
const heads = 'TT\tNội dung\tHình thức\tHọ và tên\tChức vụ\tĐiểm cầu\tThời lượng (phút)\tLời dẫn';
const read = async (...lines: string[]) => {
  const imported = readPlan(await readText([heads, ...lines].join('\n')), sites);
  if (!imported) throw new Error('there are heads');
  return imported;
};

describe('a run sheet from a spreadsheet', () => {
  it('is read line by line, under the items that it names', async () => {
    const { items, rows, trouble, unused } = await read(
      '1\tKhai mạc\tKhai mạc\t\t\t\t5\t',
      '2\tBáo cáo của các tỉnh\t\t\t\t\t30\t',
      '3\t\tBáo cáo\tHòa thượng Thích Minh Quang\tỦy viên\tXã Số 1\t7 phút\t"Kính mời\nHòa thượng"',
      '4\tGiải lao\t\t\t\t\t\tNghỉ 15 phút',
    );
    expect(items.map(({ title, kind, seconds }) => [title, kind, seconds])).toEqual([
      ['Khai mạc', 'opening', 300],
      ['Báo cáo của các tỉnh', 'report', 1800],
      ['Giải lao', 'break', null],
    ]);
    expect(rows).toMatchObject([
      { line: 2, kind: 'opening', seconds: 300, item: 'Khai mạc' },
      {
        line: 4,
        kind: 'speech',
        speechKind: 'report',
        person: { honorific: 'Hòa thượng', name: 'Thích Minh Quang', position: 'Ủy viên' },
        site: { siteId: site(1).siteId },
        seconds: 420,
        item: 'Báo cáo của các tỉnh',
        cue: 'Kính mời\nHòa thượng',
      },
      { kind: 'break', item: 'Giải lao', cue: 'Nghỉ 15 phút' },
    ]);
    expect([trouble, unused]).toEqual([[], []]);
  });

  it('takes the layouts of a column that is optional', async () => {
    const table = (cell: string) => readText(`Nội dung\tHình thức\tBố cục\nThảo luận\tThảo luận\t${cell}`);
    const laid = async (cell: string) => {
      const imported = readPlan(await table(cell), sites);
      return imported?.rows[0]?.layout ?? imported?.trouble[0]?.why ?? null;
    };
    expect(await laid('')).toBeNull();
    expect(await laid('Một hình')).toBeNull();
    expect(await laid('Hội trường cạnh điểm cầu')).toEqual({ kind: 'hallBeside' });
    expect(await laid('Giải lao')).toEqual({ kind: 'title', card: 'break' });
    expect(await laid('Lưới 4: 08; Xã Số 1')).toEqual({ kind: 'mosaic4', siteIds: [site(8).siteId, site(1).siteId] });
    expect(await laid('Lưới 9: hội trường')).toEqual({ kind: 'mosaic9', siteIds: [site(0).siteId] });
    for (const wrong of ['Lưới 4', 'Lưới 4: Xã Tân Lập', 'Lưới 4: 08; 08', 'Hình tròn', 'Một hình: 08'])
      expect(await laid(wrong)).toEqual(['layout']);
  });

  it('takes the film of a row by its title', async () => {
    const imported = readPlan(
      await readText('Nội dung\tViệc\tPhim\nKhai mạc\tKhai mạc\tQuốc ca\nBế mạc\tBế mạc\t'),
      sites,
    );
    expect(imported?.unused).toEqual([]);
    expect(imported?.rows.map(({ filmTitle }) => filmTitle)).toEqual(['Quốc ca', '']);
    const steps = importSteps(imported!, { items: [], speakers: [] }, () => crypto.randomUUID());
    const rows = steps.filter(({ command }) => command.type === 'runSheet.add');
    expect(rows.map(({ command, texts }) => ['film' in command && command.film, texts.row?.filmTitle])).toEqual([
      [true, 'Quốc ca'],
      [false, undefined],
    ]);
  });

  it.each([
    ['\tBáo cáo\tNguyễn Văn A\tChủ tịch\tXã Số 1\t7\t', ['honorific']],
    ['\tBáo cáo\tÔng Nguyễn Văn A\t\tXã Số 1\t7\t', ['position']],
    ['\tBáo cáo\tÔng Nguyễn Văn A\tChủ tịch\tXã Không Có\t7\t', ['site']],
    ['\tBáo cáo\tÔng Nguyễn Văn A\tChủ tịch\tXã Tân Lập\t7\t', ['siteTwice']],
    ['\tBáo cáo\tÔng Nguyễn Văn A\tChủ tịch\tXã Số 1\tmười\t', ['minutes']],
    ['\tHát\tÔng Nguyễn Văn A\tChủ tịch\tXã Số 1\t7\t', ['kind']],
    ['\tVăn nghệ\t\t\t\t5\t', ['kind']],
    ['Mục\t\t\t\t\tlâu\t', ['minutes']],
  ])('lists what it does not understand: %j', async (line, why) => {
    const { rows, trouble } = await read(`1\t${line}`);
    expect(rows).toEqual([]);
    expect(trouble).toMatchObject([{ line: 2, why }]);
  });

  it.each([
    ['XA SO 2', 2],
    ['10002', 2],
    ['điểm cầu Xã Số 2', 2],
    ['Xã Tân Lập, tỉnh Điện Biên', 9],
    ['09', 9],
    ['', 0],
    ['Hội trường', 0],
  ])('finds the site %j', async (cell, n) => {
    const { rows } = await read(`1\t\tTham luận\tBà Trần Thị B\tChủ tịch\t${cell}\t\t`);
    expect(rows[0]?.site?.siteId).toBe(site(n).siteId);
  });

  it('says which columns and lines it does not take', async () => {
    const table = await readText(`KỊCH BẢN\n\n${heads}\tTrang phục\n1\tKhai mạc\tKhai mạc`);
    expect(readPlan(table, sites)).toMatchObject({ unused: ['Trang phục'], above: 1, rows: [{ line: 4 }] });
  });

  it('wants a line of heads', async () => {
    expect(readPlan(await readText('Khai mạc\t5\nBế mạc\t5'), sites)).toBeNull();
  });

  it('reads a file with semicolons, as spreadsheets of Viet Nam save it', async () => {
    const table = await readText('\ufeffNội dung;Hình thức;Lời dẫn\nKhai mạc;Khai mạc;"Kính thưa; kính gửi"');
    expect(readPlan(table, sites)?.rows).toMatchObject([{ kind: 'opening', cue: 'Kính thưa; kính gửi' }]);
  });
});

describe('what an import sends', () => {
  it('uses items of the same title and people of the same name again, and is what the server reads', async () => {
    const imported = await read(
      '1\tbáo cáo\t\t\t\t\t\t',
      '2\t\tBáo cáo\tÔng Người Mới\tChủ tịch\tXã Số 1\t7\t',
      '3\t\tTham luận\tÔng Người Mới\tChủ tịch\tXã Số 1\t7\t',
      '4\tThảo luận\tThảo luận\t\t\t\t\t',
    );
    let made = 0;
    const newId = () => `01990000-0009-7000-8000-${String(++made).padStart(12, '0')}`;
    const standing = { items: [{ itemId: itemId(1), title: 'Báo cáo' }], speakers: names.speakers.values() };
    const steps = importSteps(imported, standing, newId);
    expect(steps.map(({ command }) => command.type)).toEqual([
      'agenda.add',
      'runSheet.add',
      'runSheet.add',
      'runSheet.add',
    ]);
    const [, report, paper] = steps.map(({ command }) => command);
    if (report?.type !== 'runSheet.add' || paper?.type !== 'runSheet.add') throw new Error('two rows');
    expect(report.itemId).toBe(itemId(1));
    if (report.act.kind !== 'speech' || paper.act.kind !== 'speech') throw new Error('two speeches');
    expect(paper.act.speaker).toEqual(report.act.speaker);
    for (const { command, texts } of steps) {
      expect(Command.parse(command)).toEqual(command);
      expect(CommandTexts.parse(texts)).toEqual(texts);
    }
  });
});

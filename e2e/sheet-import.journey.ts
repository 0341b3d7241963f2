// A run sheet written in a spreadsheet becomes the conference's own: chosen as a file, looked at, and taken.
import writeWorkbook, { type Row } from 'write-excel-file/node';
import { prepareConference } from '@diemcau/testkit';
import { BESIDE, expect, newcomer, test } from './journey.ts';
import { lookAt } from './looking.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As an office writes it: a title above the heads, numbers as numbers, a line that names no site of the conference. */
const workbook = (site: string): Promise<Buffer> => {
  const rows: readonly Row[] = [
    ['KỊCH BẢN ĐIỀU HÀNH'],
    [],
    ['TT', 'Nội dung', 'Hình thức', 'Danh xưng', 'Họ và tên', 'Chức vụ', 'Điểm cầu', 'Thời lượng (phút)', 'Lời dẫn'],
    [1, 'Khai mạc', 'Khai mạc', null, null, null, null, 5, 'Kính thưa quý vị đại biểu'],
    [2, 'Báo cáo', 'Báo cáo', 'Bà', 'Nông Thị Thu', 'Chủ tịch Ủy ban MTTQ', site, 7.5, null],
    [3, 'Báo cáo', 'Tham luận', 'Ông', 'Lò Văn Piềng', 'Trưởng bản', 'Xã không có thật', 5, null],
  ];
  return writeWorkbook([{ sheet: 'Kịch bản', data: [...rows] }]).toBuffer();
};

test(
  'R10: an .xlsx file is chosen, previewed with what is not understood, and taken into agenda and run sheet',
  BESIDE,
  async ({ house, open, join }) => {
    const conference = await prepareConference(house.servers[0]!, { sites: 1 });
    const site = conference.site(1);
    const moderator = await join(await conference.seat('moderator'));
    const office = await open(newcomer('/sign-in'));
    const [name = '', value = ''] = conference.cookie.split('=', 2);
    await office.context().addCookies([{ name, value, url: conference.origin }]);
    await office.goto(`/c/${conference.conferenceId}/agenda`);

    await office.getByRole('button', { name: 'Nhập từ bảng tính' }).click();
    const dialog = office.getByRole('dialog');
    const file = dialog.getByLabel('Chọn tệp');
    await file.setInputFiles({ name: 'kich-ban.xlsx', mimeType: XLSX, buffer: Buffer.from('none') });
    await expect(dialog).toContainText('Không đọc được tệp này');
    const buffer = await workbook(site.name);
    await file.setInputFiles({ name: 'Kịch bản (bản cuối).xlsx', mimeType: XLSX, buffer });
    await expect(dialog).toContainText('Hiểu được 2 dòng kịch bản, 2 mục chương trình');
    await expect(dialog).toContainText('1 dòng chưa hiểu được');
    await expect(dialog).toContainText('không có điểm cầu này trong hội nghị');
    await lookAt(office, 'agenda-import-file', [{ width: 1366, height: 768 }]);
    // Nothing is stored before it is taken.
    expect(moderator.live.runSheet.rows).toEqual([]);
    await dialog.getByRole('button', { name: 'Nhập phần đã hiểu' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(office.getByText('Kính thưa quý vị đại biểu').first()).toBeVisible();
    await expect(office.getByText('Nông Thị Thu').first()).toBeVisible();
    await expect.poll(() => moderator.live.agenda.items.length).toBe(2);
    await expect
      .poll(() => moderator.live.runSheet.rows.map(({ act, seconds }) => [act.kind, seconds]))
      .toEqual([
        ['opening', 300],
        ['speech', 450],
      ]);
  },
);

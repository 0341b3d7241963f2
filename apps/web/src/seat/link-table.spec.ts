import { describe, expect, it } from 'vitest';

import { linkTable } from './link-table.ts';

const heads = ['Mã', 'Điểm cầu', 'Đơn vị cấp trên', 'Đường dẫn'];
const row = { code: '01906', site: 'Xã Ba Bể', province: 'tỉnh Thái Nguyên', link: 'https://diemcau.vn/l#abc' };

describe('the table of issued links', () => {
  it('opens in a spreadsheet with Vietnamese letters and leading zeros as they are', () => {
    expect(linkTable(heads, [row])).toBe(
      '\uFEFF"Mã","Điểm cầu","Đơn vị cấp trên","Đường dẫn"\r\n"01906","Xã Ba Bể","tỉnh Thái Nguyên","https://diemcau.vn/l#abc"\r\n',
    );
  });

  it.each([
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['@sum', '"\'@sum"'],
    ['Xã "A", B', '"Xã ""A"", B"'],
  ])('does not let the name %j become a formula or break a row', (site, cell) => {
    expect(linkTable([], [{ ...row, site, province: null }]).split('\r\n')[1]).toBe(`"01906",${cell},"","${row.link}"`);
  });
});

import { defineWords } from '../ui/index.ts';

/** Words of choosing sites. */
export const siteWords = defineWords(
  {
    hall: {
      label: 'Điểm cầu chính (hội trường)',
      hint: 'Gõ tên hoặc mã, không cần dấu, ví dụ: thai nguyen',
      none: 'Không có điểm cầu nào như vậy. Hãy thử tên khác hoặc gõ mã.',
      missing: 'Hãy chọn điểm cầu chính.',
    },
    ways: { tree: 'Theo đơn vị', search: 'Tìm', codes: 'Dán mã', label: 'Cách chọn điểm cầu' },
    tree: {
      hint: 'Chọn một đơn vị là chọn tất cả điểm cầu của đơn vị đó và các đơn vị bên dưới.',
      reading: 'đang tải điểm cầu…',
    },
    search: {
      label: 'Tìm điểm cầu theo tên, tỉnh hoặc mã',
      placeholder: 'Tìm: thai nguyen, ba be…',
      found: (count: string) => `${count} điểm cầu`,
      none: 'Không tìm thấy điểm cầu nào',
      noneHint: 'Hãy thử ít chữ hơn, hoặc gõ mã của đơn vị.',
      more: 'Xem thêm',
      invited: 'đã mời',
      isHall: 'điểm cầu chính',
    },
    codes: {
      label: 'Mã điểm cầu',
      hint: 'Dán một cột của bảng tính, hoặc các mã cách nhau bằng dấu phẩy, dấu cách, xuống dòng.',
      add: 'Kiểm tra và thêm',
      none: 'Chưa có mã nào. Hãy dán mã vào ô trên.',
      tooMany: (most: string) => `Nhiều hơn ${most} mã trong một lần. Hãy chia thành nhiều lần dán.`,
      added: (count: string) => `Đã thêm ${count} điểm cầu.`,
      already: (count: string) => `${count} điểm cầu đã có trong danh sách.`,
      repeated: (count: string) => `${count} mã lặp lại, chỉ tính một lần.`,
      unknown: (count: string) => `${count} mã không có trong hệ thống và chưa được thêm:`,
      unknownHint: 'Các mã này còn lại trong ô trên. Hãy sửa rồi thêm lại, hoặc xóa đi.',
    },
    chosen: {
      title: 'Đã chọn',
      label: 'Các điểm cầu đã chọn',
      total: (total: string, limit: string) => `${total} / ${limit}`,
      totalSpoken: (total: string, limit: string) => `Đã chọn ${total} điểm cầu, giới hạn ${limit}`,
      empty: 'Chưa chọn điểm cầu nào',
      emptyHint: 'Chọn theo đơn vị, tìm theo tên, hoặc dán mã.',
      remove: (name: string) => `Bỏ ${name}`,
      clear: 'Bỏ hết',
      invitedAlready: (count: string) => `gồm ${count} điểm cầu đã mời`,
      over: (over: string, limit: string) =>
        `Vượt giới hạn ${limit} điểm cầu: thừa ${over}. Hãy bỏ bớt điểm cầu hoặc nâng giới hạn.`,
      overFixed: (over: string, limit: string) =>
        `Vượt giới hạn ${limit} điểm cầu của hội nghị: thừa ${over}. Hãy bỏ bớt; giới hạn chỉ đặt được khi tạo hội nghị.`,
    },
  },
  {
    hall: {
      label: 'Main hall',
      hint: 'Type a name or code, accents are not needed: thai nguyen',
      none: 'No such site. Try another name, or type the code.',
      missing: 'Choose the main hall.',
    },
    ways: { tree: 'By unit', search: 'Search', codes: 'Paste codes', label: 'How to choose sites' },
    tree: {
      hint: 'Choosing a unit chooses all sites of that unit and of the units below it.',
      reading: 'loading sites…',
    },
    search: {
      label: 'Find sites by name, province or code',
      placeholder: 'Search: thai nguyen, ba be…',
      found: (count) => `${count} sites`,
      none: 'No sites found',
      noneHint: 'Try fewer letters, or type the code of the unit.',
      more: 'Show more',
      invited: 'invited already',
      isHall: 'main hall',
    },
    codes: {
      label: 'Codes of sites',
      hint: 'Paste a column of a spreadsheet, or codes separated by commas, spaces or line breaks.',
      add: 'Check and add',
      none: 'No codes yet. Paste them into the field above.',
      tooMany: (most) => `More than ${most} codes at once. Paste them in several parts.`,
      added: (count) => `${count} sites added.`,
      already: (count) => `${count} sites were in the list already.`,
      repeated: (count) => `${count} repeated codes, counted once.`,
      unknown: (count) => `${count} codes are not in the system and were not added:`,
      unknownHint: 'These codes stay in the field above. Correct and add them again, or delete them.',
    },
    chosen: {
      title: 'Chosen',
      label: 'The chosen sites',
      total: (total, limit) => `${total} / ${limit}`,
      totalSpoken: (total, limit) => `${total} sites chosen, limit ${limit}`,
      empty: 'No sites chosen yet',
      emptyHint: 'Choose by unit, find by name, or paste codes.',
      remove: (name) => `Remove ${name}`,
      clear: 'Remove all',
      invitedAlready: (count) => `with ${count} invited already`,
      over: (over, limit) => `Over the limit of ${limit} sites by ${over}. Remove sites or raise the limit.`,
      overFixed: (over, limit) =>
        `Over this conference's limit of ${limit} sites by ${over}. Remove some; the limit can only be set when a conference is created.`,
    },
  },
);

import { defineWords } from '../../ui/index.ts';

export const confirmWords = defineWords(
  {
    title: 'Xác nhận màn hình điểm cầu',
    looking: 'Đang tìm trang phục vụ điểm cầu trên thiết bị này…',
    choose: (code: string) => `Mã ${code} là của điểm cầu nào?`,
    none: (code: string) =>
      `Thiết bị này chưa mở trang phục vụ điểm cầu. Hãy mở đường dẫn đã nhận, rồi quét lại mã, hoặc nhập mã ${code} ở trang đó.`,
    noCode: 'Mã trên đường dẫn không đọc được. Hãy quét lại mã đang hiện trên màn hình điểm cầu.',
    again: 'Thử lại',
  },
  {
    title: 'Confirm the room screen',
    looking: 'Looking for the clerk’s page on this device…',
    choose: (code) => `Whose screen shows the code ${code}?`,
    none: (code) =>
      `The clerk’s page has not been opened on this device. Open the link that you received and scan again, or type the code ${code} there.`,
    noCode: 'The code in the link cannot be read. Scan the code on the room screen again.',
    again: 'Try again',
  },
);

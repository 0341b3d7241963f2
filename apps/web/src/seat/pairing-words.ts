import { defineWords } from '../ui/index.ts';

export const pairingWords = defineWords(
  {
    title: 'Màn hình điểm cầu',
    ask: 'Đề nghị phụ trách điểm cầu mở trang phục vụ điểm cầu, chọn “Xác nhận màn hình” và nhập mã này:',
    scan: 'hoặc quét mã bằng điện thoại đang mở trang phục vụ điểm cầu',
    waiting: 'Đang chờ phụ trách điểm cầu xác nhận…',
    renewed: (time: string) => `Mã dùng được đến ${time}, sau đó màn hình tự hiện mã mới.`,
    asking: 'Đang lấy mã…',
    failed: 'Màn hình đang tự kết nối lại.',
    qr: (code: string) => `Mã QR của mã ${code}`,
    spelled: (code: string) => `Mã màn hình: ${code}`,
  },
  {
    title: 'Room screen',
    ask: 'Ask the site clerk to open the clerk’s page, choose “Confirm the screen” and type this code:',
    scan: 'or scan it with the phone that has the clerk’s page open',
    waiting: 'Waiting for the site clerk to confirm…',
    renewed: (time) => `The code is valid until ${time}; then a new one appears by itself.`,
    asking: 'Getting a code…',
    failed: 'The screen is reconnecting by itself.',
    qr: (code) => `QR code of the code ${code}`,
    spelled: (code) => `Screen code: ${code}`,
  },
);

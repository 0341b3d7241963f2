import { defineWords } from '../ui/index.ts';

/** Words of watching: allowing it, the public link, opening it. */
export const watchLinkWords = defineWords(
  {
    title: 'Người theo dõi',
    hint: 'Chỉ xem và nghe, không gửi hình, không gửi tiếng, không thao tác được gì.',
    byName: 'Từng người một đường dẫn riêng',
    link: {
      title: 'Đường dẫn xem chung',
      allow: 'Cho phép xem bằng một đường dẫn chung',
      honest:
        'Ai có đường dẫn này đều xem và nghe được hội nghị, kể cả người được chuyển tiếp. Chỉ mở khi hội nghị cho phép công khai.',
      label: 'Đường dẫn xem chung',
      qr: 'Mã QR của đường dẫn xem chung',
      most: 'Số thiết bị xem cùng lúc',
      mostHint: 'Từ 1 đến 500. Đủ số này thì thiết bị tiếp theo được báo chờ.',
      mostWrong: 'Nhập một số từ 1 đến 500.',
      save: 'Lưu số này',
      watching: (now: string, most: string) => `Đang xem: ${now} trong ${most} thiết bị`,
    },
    withdraw: {
      title: 'Thu hồi đường dẫn xem chung?',
      effect: (watching: string) =>
        `Đường dẫn mất hiệu lực ngay, ${watching} thiết bị đang xem bị đưa ra khỏi hội nghị. Nếu mở lại, đường dẫn sẽ khác.`,
      confirm: 'Thu hồi',
    },
    open: {
      title: 'Theo dõi hội nghị',
      body: 'Đường dẫn này chỉ để xem và nghe. Thiết bị không gửi hình, không gửi tiếng và không thao tác được gì trong hội nghị.',
      enter: 'Vào theo dõi',
      secretNote: 'Ai có đường dẫn này đều xem được. Chỉ chuyển cho người được phép xem.',
    },
  },
  {
    title: 'Observers',
    hint: 'They see and hear; they send no picture and no sound, and can do nothing.',
    byName: 'A link of their own for each person',
    link: {
      title: 'Public watch link',
      allow: 'Allow watching by one link for all',
      honest:
        'Whoever has this link can see and hear the conference, also those to whom it was passed on. Allow it only when the conference may be public.',
      label: 'Public watch link',
      qr: 'QR code of the public watch link',
      most: 'Devices that watch at once',
      mostHint: 'From 1 to 500. Beyond it the next device is asked to wait.',
      mostWrong: 'Enter a number from 1 to 500.',
      save: 'Save this number',
      watching: (now, most) => `Watching: ${now} of ${most} devices`,
    },
    withdraw: {
      title: 'Withdraw the public watch link?',
      effect: (watching) =>
        `The link stops working at once, and ${watching} devices that watch leave the conference. If you allow it again, the link will be another one.`,
      confirm: 'Withdraw',
    },
    open: {
      title: 'Watch the conference',
      body: 'This link is for seeing and hearing only. This device sends no picture and no sound, and can do nothing in the conference.',
      enter: 'Watch',
      secretNote: 'Whoever has this link can watch. Pass it on only to those who may.',
    },
  },
);

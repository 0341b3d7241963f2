import { defineWords } from '../ui/index.ts';

/** Words of asking for help, for its site and for those who help. */
export const helpWords = defineWords(
  {
    kinds: {
      noPicture: 'Không thấy hình',
      noSound: 'Không nghe thấy tiếng',
      notHeard: 'Trung tâm không nghe thấy điểm cầu',
      line: 'Đường truyền kém, hay mất kết nối',
      other: 'Việc khác',
    },
    short: {
      noPicture: 'Không hình',
      noSound: 'Không tiếng',
      notHeard: 'Không được nghe',
      line: 'Lỗi đường truyền',
      other: 'Việc khác',
    },
    need: 'Cần hỗ trợ',
    ask: {
      title: 'Điểm cầu cần hỗ trợ gì?',
      kind: 'Vướng mắc',
      note: 'Ghi thêm (không bắt buộc)',
      noteHint: 'Một dòng, ví dụ: micro số 2 không lên tiếng.',
      close: 'Thôi',
      send: 'Gửi yêu cầu',
    },
    own: {
      title: 'Yêu cầu hỗ trợ',
      received: 'Đã nhận',
      taken: 'Đang xử lý',
      since: 'Đã gửi được',
      atProvince: 'Tỉnh đã nhận được yêu cầu. Chưa có ai xử lý thì yêu cầu tự chuyển lên trung tâm.',
      atCentre: 'Bộ phận trực kỹ thuật của trung tâm đã nhận được yêu cầu.',
      takenByProvince: (who: string) => `${who} đang xử lý.`,
      takenByCentre: (who: string | null) =>
        who === null
          ? 'Bộ phận trực kỹ thuật của trung tâm đang xử lý.'
          : `${who} (trực kỹ thuật của trung tâm) đang xử lý.`,
      answer: 'Trả lời',
      withdraw: 'Không cần hỗ trợ nữa',
      solved: (time: string) => `Yêu cầu trước đã được xử lý xong lúc ${time}.`,
      call: 'Cần gấp, hãy gọi:',
    },
    said: {
      taken: (who: string) => `${who} đang xử lý yêu cầu hỗ trợ.`,
      answered: (text: string) => `Trả lời yêu cầu hỗ trợ: ${text}`,
      solved: 'Yêu cầu hỗ trợ đã được xử lý xong.',
    },
    province: 'Điểm cầu của tỉnh',
    centre: 'Trực kỹ thuật',
  },
  {
    kinds: {
      noPicture: 'No picture here',
      noSound: 'No sound here',
      notHeard: 'The centre cannot hear this site',
      line: 'Weak line, often lost',
      other: 'Something else',
    },
    short: {
      noPicture: 'No picture',
      noSound: 'No sound',
      notHeard: 'Not heard',
      line: 'The line',
      other: 'Something else',
    },
    need: 'Ask for help',
    ask: {
      title: 'What does this site need help with?',
      kind: 'What is wrong',
      note: 'A note (optional)',
      noteHint: 'One line, such as: microphone 2 gives no sound.',
      close: 'Not now',
      send: 'Ask for help',
    },
    own: {
      title: 'Request for help',
      received: 'Received',
      taken: 'In hand',
      since: 'Asked',
      atProvince: 'The province has your request. If nobody takes it, it goes on to the centre by itself.',
      atCentre: 'The technical desk of the centre has your request.',
      takenByProvince: (who) => `${who} is working on it.`,
      takenByCentre: (who) =>
        who === null
          ? 'The technical desk of the centre is working on it.'
          : `${who} (technical desk of the centre) is working on it.`,
      answer: 'Answer',
      withdraw: 'No help needed any more',
      solved: (time) => `The last request was solved at ${time}.`,
      call: 'If it is urgent, call:',
    },
    said: {
      taken: (who) => `${who} is working on the request for help.`,
      answered: (text) => `Answer to the request for help: ${text}`,
      solved: 'The request for help was solved.',
    },
    province: 'The site of the province',
    centre: 'Technical desk',
  },
);

/** Words of the check of a site. */
export const checkWords = defineWords(
  {
    title: 'Kiểm tra kỹ thuật',
    hint: 'Kiểm tra từng mục trước giờ khai mạc, rồi bấm kết quả.',
    parts: {
      picture: 'Thấy hình của trung tâm',
      sound: 'Nghe rõ tiếng của trung tâm',
      playback: 'Thử tiếng: ghi 3 giây, phát lại trong phòng',
      line: 'Đường truyền ổn định',
      name: 'Tên điểm cầu đúng',
    },
    right: 'Đạt',
    wrong: 'Chưa đạt',
    rightFor: (part: string) => `Đạt: ${part}`,
    wrongFor: (part: string) => `Chưa đạt: ${part}`,
    measured: { good: 'Máy đo: tốt', bad: 'Máy đo: chưa tốt' },
    heard: 'Nghe rõ',
    notHeard: 'Không nghe',
    none: 'Chưa kiểm tra',
    by: {
      site: (who: string, time: string) => `${who === '' ? 'Điểm cầu' : who}, ${time}`,
      province: (who: string, time: string) => `${who === '' ? 'Tỉnh' : who} (tỉnh), ${time}`,
      centre: (who: string, time: string) => `${who === '' ? 'Trực kỹ thuật' : who} (trung tâm), ${time}`,
    },
    ready: 'Sẵn sàng',
    progress: (right: string, all: string) => `${right}/${all} đạt`,
    wrongCount: (count: string) => `${count} chưa đạt`,
    confirmed: (who: string) => `Đã xác nhận: ${who}`,
    confirm: 'Xác nhận kết quả',
    write: 'Nhắn điểm cầu',
    close: 'Đóng',
  },
  {
    title: 'Technical check',
    hint: 'Check each part before the opening and press its result.',
    parts: {
      picture: 'The picture of the centre is seen',
      sound: 'The sound of the centre is heard well',
      playback: 'Sound check: 3 seconds played back in the room',
      line: 'The line is steady',
      name: 'The name of the site is right',
    },
    right: 'Right',
    wrong: 'Wrong',
    rightFor: (part) => `Right: ${part}`,
    wrongFor: (part) => `Wrong: ${part}`,
    measured: { good: 'Measured: good', bad: 'Measured: not good' },
    heard: 'Heard well',
    notHeard: 'Not heard',
    none: 'Not checked',
    by: {
      site: (who, time) => `${who === '' ? 'Site' : who}, ${time}`,
      province: (who, time) => `${who === '' ? 'Province' : who} (province), ${time}`,
      centre: (who, time) => `${who === '' ? 'Technical desk' : who} (centre), ${time}`,
    },
    ready: 'Ready',
    progress: (right, all) => `${right}/${all} right`,
    wrongCount: (count) => `${count} wrong`,
    confirmed: (who) => `Confirmed: ${who}`,
    confirm: 'Confirm the results',
    write: 'Write to the site',
    close: 'Close',
  },
);

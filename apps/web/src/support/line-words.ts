import { defineWords } from '../ui/index.ts';

/** Words of a line that was tried. */
export const lineRunWords = defineWords(
  {
    title: 'Đo đường truyền',
    start: 'Đo đường truyền 10 giây',
    hint: 'Màn hình điểm cầu gửi thử và nhận thử 10 giây; không gửi hình, tiếng của phòng.',
    status: {
      waiting: 'Đang chờ: nhiều điểm cầu đang đo, phép đo tự bắt đầu.',
      running: 'Đang đo…',
      done: 'Đã đo.',
      failed: 'Chưa đo được. Hãy kiểm tra mạng và màn hình điểm cầu rồi đo lại.',
    },
    sends: {
      full: 'Gửi đi: đủ cho hình rõ.',
      small: 'Gửi đi: đủ cho hình nhỏ.',
      still: 'Gửi đi: chỉ đủ cho hình tĩnh.',
      sound: 'Gửi đi: chỉ đủ cho tiếng.',
      text: '',
    },
    receives: {
      full: 'Nhận về: đủ cho hình rõ.',
      small: 'Nhận về: đủ cho hình nhỏ.',
      still: 'Nhận về: chỉ đủ cho hình tĩnh.',
      sound: 'Nhận về: chỉ đủ cho tiếng.',
      text: '',
    },
    late: 'Tiếng đến chậm.',
    noUdp: 'Mạng không cho đi UDP; nếu được, đề nghị mở UDP.',
    up: (rate: string) => `Gửi ${rate}`,
    down: (rate: string) => `Nhận ${rate}`,
    lost: (share: string) => `Mất ${share}`,
    there: (ms: string) => `Trễ ${ms} ms`,
    way: { udp: 'UDP', tcp: 'TCP', turn: 'TURN' },
    before: (count: string) => `${count} lần đo trước`,
  },
  {
    title: 'Try the line',
    start: 'Try the line for 10 seconds',
    hint: 'The room screen sends and receives for 10 seconds; no picture or sound of the room is sent.',
    status: {
      waiting: 'Waiting: many sites are trying theirs; it begins by itself.',
      running: 'Trying…',
      done: 'Tried.',
      failed: 'It could not be tried. Check network and room screen, then try again.',
    },
    sends: {
      full: 'Sends: enough for a clear picture.',
      small: 'Sends: enough for a small picture.',
      still: 'Sends: still pictures only.',
      sound: 'Sends: sound only.',
      text: '',
    },
    receives: {
      full: 'Receives: enough for a clear picture.',
      small: 'Receives: enough for a small picture.',
      still: 'Receives: still pictures only.',
      sound: 'Receives: sound only.',
      text: '',
    },
    late: 'Sound comes late.',
    noUdp: 'The network lets no UDP through; open it if you can.',
    up: (rate) => `Sent ${rate}`,
    down: (rate) => `Received ${rate}`,
    lost: (share) => `Lost ${share}`,
    there: (ms) => `Delay ${ms} ms`,
    way: { udp: 'UDP', tcp: 'TCP', turn: 'TURN' },
    before: (count) => `${count} runs before`,
  },
);

/** Words of a line as it is now. */
export const lineSampleWords = defineWords(
  {
    quality: {
      good: 'Đường truyền tốt',
      poor: 'Đường truyền yếu',
      lost: 'Mất hình, tiếng',
      unknown: 'Chưa rõ đường truyền',
    },
    none: 'Màn hình điểm cầu chưa báo đường truyền.',
    latest: (said: string, time: string) => `${said} (lúc ${time})`,
    at: 'Lúc',
    line: 'Đường truyền',
    down: 'Nhận',
    up: 'Gửi',
    lost: 'Mất',
    there: 'Trễ',
  },
  {
    quality: { good: 'Good line', poor: 'Weak line', lost: 'Media lost', unknown: 'Line not known' },
    none: 'The room screen has not told its line yet.',
    latest: (said, time) => `${said} (at ${time})`,
    at: 'At',
    line: 'Line',
    down: 'Received',
    up: 'Sent',
    lost: 'Lost',
    there: 'Delay',
  },
);

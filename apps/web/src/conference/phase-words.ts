import { defineWords } from '../ui/index.ts';

/** Words of the phases and of the acts that change them. */
export const phaseWords = defineWords(
  {
    title: 'Hội nghị',
    status: {
      prepared: 'Chưa khai mạc',
      rehearsal: 'Đang chạy thử',
      open: 'Đang họp',
      paused: 'Tạm dừng',
      closed: 'Đã kết thúc',
    },
    since: {
      prepared: (time: string) => `Khai mạc lúc ${time}`,
      rehearsal: (time: string) => `Chạy thử từ ${time}, không ghi vào diễn biến hội nghị`,
      open: (time: string) => `Khai mạc lúc ${time}`,
      paused: (time: string) => `Khai mạc lúc ${time}`,
      closed: (time: string) => `Kết thúc lúc ${time}`,
    },
    rehearsing: {
      prepared: 'Chạy thử có mặt mọi điểm cầu trước khi khai mạc; mọi màn hình ghi rõ là chạy thử.',
      rehearsal: 'Đang chạy thử – kiểm tra kỹ thuật. Diễn biến ghi riêng, không tính vào hội nghị.',
    },
    presence: 'Điểm cầu có mặt',
    present: (present: string, invited: string) => `${present} / ${invited}`,
    act: {
      open: 'Khai mạc',
      rehearse: 'Chạy thử',
      endRehearsal: 'Kết thúc chạy thử',
      pause: 'Tạm dừng',
      resume: 'Tiếp tục hội nghị',
      close: 'Kết thúc',
    },
    ask: {
      rehearse: {
        title: 'Bắt đầu chạy thử?',
        effect: (sites: string) =>
          `Hội trường lên hình ở ${sites} điểm cầu, micro của hội trường mở, kịch bản chạy như hội nghị thật; mọi màn hình ghi rõ là chạy thử. Kết thúc chạy thử thì mọi việc trở lại như trước.`,
        confirm: 'Bắt đầu chạy thử',
      },
      endRehearsal: {
        title: 'Kết thúc chạy thử?',
        effect: (sites: string) =>
          `${sites} điểm cầu trở lại màn hình chờ. Kịch bản, chương trình, danh sách đăng ký, điểm danh trở lại như trước khi chạy thử; phần đã sửa trong kịch bản vẫn giữ.`,
        confirm: 'Kết thúc chạy thử',
      },
      open: {
        title: 'Khai mạc hội nghị?',
        effect: (sites: string) => `Hội trường lên hình ở ${sites} điểm cầu; micro của hội trường mở.`,
        confirm: 'Khai mạc hội nghị',
      },
      pause: {
        title: 'Tạm dừng hội nghị?',
        effect: (sites: string) =>
          `Lượt phát biểu hiện nay kết thúc. ${sites} điểm cầu thấy hội trường cho đến khi hội nghị tiếp tục; danh sách đăng ký vẫn giữ.`,
        confirm: 'Tạm dừng hội nghị',
      },
      close: {
        title: 'Kết thúc hội nghị?',
        effect: (sites: string) => `${sites} điểm cầu ngừng truyền hình ảnh, âm thanh. Không mở lại được.`,
        confirm: 'Kết thúc hội nghị',
      },
    },
    announced: {
      prepared: 'Hội nghị chưa khai mạc.',
      rehearsal: 'Đang chạy thử.',
      open: 'Hội nghị đang họp.',
      paused: 'Hội nghị tạm dừng.',
      closed: 'Hội nghị đã kết thúc.',
    },
  },
  {
    title: 'Conference',
    status: { prepared: 'Not open yet', rehearsal: 'Rehearsal', open: 'In session', paused: 'Paused', closed: 'Ended' },
    since: {
      prepared: (time) => `Opens at ${time}`,
      rehearsal: (time) => `Rehearsal since ${time}, not in the record of the conference`,
      open: (time) => `Opened at ${time}`,
      paused: (time) => `Opened at ${time}`,
      closed: (time) => `Ended at ${time}`,
    },
    rehearsing: {
      prepared: 'A rehearsal with all sites before the opening; every screen says that it is one.',
      rehearsal: 'A rehearsal is going on. Its record is apart and does not count in the conference.',
    },
    presence: 'Sites present',
    present: (present, invited) => `${present} / ${invited}`,
    act: {
      open: 'Open',
      rehearse: 'Rehearse',
      endRehearsal: 'End the rehearsal',
      pause: 'Pause',
      resume: 'Resume the conference',
      close: 'End',
    },
    ask: {
      rehearse: {
        title: 'Begin a rehearsal?',
        effect: (sites) =>
          `The main hall goes on air at ${sites} sites, its microphone opens and the run sheet runs as in the conference; every screen says that it is a rehearsal. After it everything is as it was before.`,
        confirm: 'Begin the rehearsal',
      },
      endRehearsal: {
        title: 'End the rehearsal?',
        effect: (sites) =>
          `${sites} sites go back to the waiting screen. Run sheet, agenda, queue and roll calls are as they were before; what was changed in the run sheet is kept.`,
        confirm: 'End the rehearsal',
      },
      open: {
        title: 'Open the conference?',
        effect: (sites) => `The main hall goes on air at ${sites} sites; its microphone opens.`,
        confirm: 'Open the conference',
      },
      pause: {
        title: 'Pause the conference?',
        effect: (sites) =>
          `The present speech ends. ${sites} sites see the main hall until the conference goes on; the queue is kept.`,
        confirm: 'Pause the conference',
      },
      close: {
        title: 'End the conference?',
        effect: (sites) => `Picture and sound end at ${sites} sites. It cannot be opened again.`,
        confirm: 'End the conference',
      },
    },
    announced: {
      prepared: 'The conference is not open yet.',
      rehearsal: 'A rehearsal is going on.',
      open: 'The conference is in session.',
      paused: 'The conference is paused.',
      closed: 'The conference has ended.',
    },
  },
);

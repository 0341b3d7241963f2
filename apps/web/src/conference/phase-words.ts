import { defineWords } from '../ui/index.ts';

/** Words of the phases and of the acts that change them. */
export const phaseWords = defineWords(
  {
    title: 'Hội nghị',
    status: { prepared: 'Chưa khai mạc', open: 'Đang họp', paused: 'Tạm dừng', closed: 'Đã kết thúc' },
    since: {
      prepared: (time: string) => `Khai mạc lúc ${time}`,
      open: (time: string) => `Khai mạc lúc ${time}`,
      paused: (time: string) => `Khai mạc lúc ${time}`,
      closed: (time: string) => `Kết thúc lúc ${time}`,
    },
    presence: 'Điểm cầu có mặt',
    present: (present: string, invited: string) => `${present} / ${invited}`,
    act: { open: 'Khai mạc', pause: 'Tạm dừng', resume: 'Tiếp tục hội nghị', close: 'Kết thúc' },
    ask: {
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
      open: 'Hội nghị đang họp.',
      paused: 'Hội nghị tạm dừng.',
      closed: 'Hội nghị đã kết thúc.',
    },
  },
  {
    title: 'Conference',
    status: { prepared: 'Not open yet', open: 'In session', paused: 'Paused', closed: 'Ended' },
    since: {
      prepared: (time) => `Opens at ${time}`,
      open: (time) => `Opened at ${time}`,
      paused: (time) => `Opened at ${time}`,
      closed: (time) => `Ended at ${time}`,
    },
    presence: 'Sites present',
    present: (present, invited) => `${present} / ${invited}`,
    act: { open: 'Open', pause: 'Pause', resume: 'Resume the conference', close: 'End' },
    ask: {
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
      open: 'The conference is in session.',
      paused: 'The conference is paused.',
      closed: 'The conference has ended.',
    },
  },
);

import { defineWords } from '../ui/index.ts';

/** Words of who answers a roll call for nobody but themselves. */
export const ownPresenceWords = defineWords(
  {
    title: 'Điểm danh',
    ask: (time: string) => `Đề nghị đại biểu báo có mặt trước ${time}.`,
    late: (time: string) => `Đã quá hạn ${time}. Vẫn báo có mặt được.`,
    reminded: 'Thư ký hội nghị nhắc báo có mặt.',
    present: 'Tôi có mặt',
    noted: (time: string) => `Đã ghi nhận có mặt lúc ${time}.`,
    announced: 'Đã ghi nhận có mặt.',
  },
  {
    title: 'Roll call',
    ask: (time) => `Please report that you are present by ${time}.`,
    late: (time) => `The deadline ${time} has passed. You can still report.`,
    reminded: 'The secretary reminds you to report.',
    present: 'I am present',
    noted: (time) => `Noted as present at ${time}.`,
    announced: 'Noted as present.',
  },
);

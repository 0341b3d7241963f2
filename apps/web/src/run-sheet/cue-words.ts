import { defineWords } from '../ui/index.ts';
import type { speechKindWords } from '../live/speech-kinds.ts';

/** Sentences for the chair, in the register of an office; a row's own words go before them. */
export const cueTemplates = defineWords(
  {
    opening: (conference: string) =>
      `Kính thưa các vị đại biểu, thưa toàn thể hội nghị. Thay mặt chủ trì, tôi xin tuyên bố khai mạc ${conference}.`,
    introduction: 'Tôi xin trân trọng giới thiệu các vị đại biểu về dự hội nghị.',
    rollCall: 'Đề nghị các điểm cầu báo cáo số đại biểu có mặt.',
    discussion:
      'Hội nghị chuyển sang phần thảo luận. Kính mời các vị đại biểu tại các điểm cầu đăng ký và phát biểu ý kiến.',
    break: 'Hội nghị nghỉ giải lao.',
    breakFor: (minutes: string) => `Hội nghị nghỉ giải lao ${minutes} phút.`,
    breakUntil: (time: string) =>
      `Hội nghị nghỉ giải lao. Kính mời các vị đại biểu trở lại vị trí trước ${time} để tiếp tục làm việc.`,
    resume: 'Kính mời các vị đại biểu ổn định chỗ ngồi. Hội nghị tiếp tục làm việc.',
    closing:
      'Thay mặt chủ trì, xin trân trọng cảm ơn các vị đại biểu đã tham dự. Tôi xin tuyên bố bế mạc hội nghị. Kính chúc các vị đại biểu mạnh khỏe, hạnh phúc.',
    words: (item: string) => `Hội nghị tiếp tục với nội dung: ${item}.`,
    goOn: 'Hội nghị tiếp tục chương trình.',
    invite: (who: string, act: string) => `Kính mời ${who} ${act}.`,
    inviteNext: (who: string, act: string) => `Tiếp theo, kính mời ${who} ${act}.`,
    delegate: 'đại biểu',
    thank: (who: string) => `Xin trân trọng cảm ơn ${who}.`,
    thankPlace: (place: string) => `Xin trân trọng cảm ơn đại biểu ${place}.`,
    inHall: 'tại hội trường',
    atSite: (site: string) => `tại điểm cầu ${site}`,
    atUnknown: 'tại điểm cầu',
  },
  {
    opening: (conference) =>
      `Distinguished delegates. On behalf of the chair I declare open the conference “${conference}”.`,
    introduction: 'Let me introduce the delegates who take part in this conference.',
    rollCall: 'Sites, please report the number of delegates present.',
    discussion: 'The floor is open for discussion. Sites, please ask for the floor.',
    break: 'The conference takes a break.',
    breakFor: (minutes) => `The conference takes a break of ${minutes} minutes.`,
    breakUntil: (time) => `The conference takes a break. Please be back in your seats before ${time}.`,
    resume: 'Please be seated. The conference goes on.',
    closing: 'On behalf of the chair, thank you all for taking part. I declare the conference closed.',
    words: (item) => `The conference goes on with: ${item}.`,
    goOn: 'The conference goes on with its agenda.',
    invite: (who, act) => `I invite ${who} ${act}.`,
    inviteNext: (who, act) => `Next, I invite ${who} ${act}.`,
    delegate: 'the delegate',
    thank: (who) => `Thank you, ${who}.`,
    thankPlace: (place) => `Thank you to the delegate ${place}.`,
    inHall: 'in the main hall',
    atSite: (site) => `at the site ${site}`,
    atUnknown: 'at the site',
  },
);

export type CueSay = (typeof cueTemplates)['vi'];
export type SpeechActs = (typeof speechKindWords)['vi']['act'];

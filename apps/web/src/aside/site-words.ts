import { defineWords } from '../ui/index.ts';

/** What a site is told while the operator talks or listens to it, and what was written to it. */
export const siteAsideWords = defineWords(
  {
    title: 'Đạo diễn hình liên lạc',
    talk: 'Đạo diễn hình đang nói với điểm cầu, không lên sóng',
    talkMore: 'Chỉ điểm cầu này nghe thấy. Tiếng của hội nghị tạm nhỏ đi.',
    listen: 'Đạo diễn hình đang nghe thử điểm cầu',
    listenMore: 'Âm thanh của điểm cầu không lên sóng, các nơi khác không nghe thấy.',
    cue: 'Đạo diễn hình nhắc',
    seen: 'Đã thấy',
    seenAt: (time: string) => `Đã báo là đã thấy lúc ${time}.`,
    ready: {
      getReady: 'Sắp đến lượt: mời đại biểu vào vị trí phát biểu',
      camera: 'Đề nghị chỉnh lại camera: đại biểu ngồi giữa khung hình',
      microphone: 'Đề nghị đại biểu ngồi gần micro hơn',
      quiet: 'Đề nghị điểm cầu giữ trật tự',
    },
  },
  {
    title: 'The vision operator',
    talk: 'The vision operator is talking to this site, off air',
    talkMore: 'Only this site hears it. The conference is played more softly meanwhile.',
    listen: 'The vision operator is listening to this site',
    listenMore: 'Its sound is not on air; nobody else hears it.',
    cue: 'From the vision operator',
    seen: 'Seen',
    seenAt: (time) => `Marked as seen at ${time}.`,
    ready: {
      getReady: 'Your turn is near: please take the place to speak from',
      camera: 'Please adjust the camera: the speaker in the middle of the picture',
      microphone: 'Please sit closer to the microphone',
      quiet: 'Please keep the room quiet',
    },
  },
);

import { defineWords } from '../ui/index.ts';

/** What a site is told while the operator talks or listens to it, and what was written to it. */
export const siteAsideWords = defineWords(
  {
    title: 'Liên lạc riêng với điểm cầu',
    talk: 'Đạo diễn hình đang nói với điểm cầu, không lên sóng',
    listen: 'Đạo diễn hình đang nghe thử điểm cầu',
    call: 'Cán bộ kỹ thuật đang gọi kiểm tra điểm cầu, không lên sóng',
    more: {
      talk: 'Chỉ điểm cầu này nghe thấy. Tiếng của hội nghị tạm nhỏ đi.',
      listen: 'Âm thanh của điểm cầu không lên sóng, các nơi khác không nghe thấy.',
      call: 'Hai bên nghe được nhau, cán bộ kỹ thuật thấy hình điểm cầu. Các nơi khác không nghe, không thấy.',
    },
    end: 'Dừng cuộc gọi',
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
    title: 'In private with this site',
    talk: 'The vision operator is talking to this site, off air',
    listen: 'The vision operator is listening to this site',
    call: 'A technician is calling this site to check it, off air',
    more: {
      talk: 'Only this site hears it. The conference is played more softly meanwhile.',
      listen: 'Its sound is not on air; nobody else hears it.',
      call: 'Both hear one another, and the technician sees this site. Nobody else hears or sees it.',
    },
    end: 'End the call',
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

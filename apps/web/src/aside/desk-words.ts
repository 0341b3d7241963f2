import { defineWords } from '../ui/index.ts';

/** The operator's desk: talking, listening and writing to one site beside the programme. */
export const deskAsideWords = defineWords(
  {
    title: 'Liên lạc riêng với điểm cầu',
    nobody: 'Chọn điểm cầu ở ô xem trước, hoặc chờ điểm cầu chuẩn bị.',
    with: (site: string) => `Giữ phím để nói, nghe riêng ${site}`,
    talk: 'Nói',
    listen: 'Nghe',
    talkTo: (site: string) => ` riêng với ${site}: giữ khi nói, không lên sóng`,
    listenTo: (site: string) => ` riêng ${site}: giữ khi nghe, không lên sóng`,
    write: 'Nhắc',
    writeTo: (site: string) => ` ${site} bằng chữ`,
    connecting: 'Đang nối với điểm cầu…',
    talking: (site: string) => `${site} đang nghe bạn nói`,
    listening: (site: string) => `Bạn đang nghe ${site}`,
    cue: {
      title: (site: string) => `Nhắc ${site} bằng chữ`,
      hint: 'Hiện lớn trên màn hình điểm cầu trong 20 giây và ở trang người phục vụ. Không lên sóng.',
      own: 'Câu nhắc khác',
      send: 'Gửi câu nhắc',
      close: 'Đóng',
      short: 'Hãy nhập câu nhắc, tối đa 100 ký tự.',
      unseen: (words: string) => `Chưa báo đã thấy: “${words}”`,
      seen: (words: string, time: string) => `Đã thấy lúc ${time}: “${words}”`,
    },
  },
  {
    title: 'In private with a site',
    nobody: 'Choose a site in the preview, or wait for one to stand by.',
    with: (site) => `Hold to talk or listen to ${site}`,
    talk: 'Talk',
    listen: 'Listen',
    talkTo: (site) => ` to ${site}: hold while talking, off air`,
    listenTo: (site) => ` to ${site}: hold while listening, off air`,
    write: 'Cue',
    writeTo: (site) => ` to ${site} by text`,
    connecting: 'Connecting to the site…',
    talking: (site) => `${site} hears you`,
    listening: (site) => `You are listening to ${site}`,
    cue: {
      title: (site) => `A cue to ${site}`,
      hint: 'Shown large on its screen for 20 seconds and on its clerk’s page. Not on air.',
      own: 'Another cue',
      send: 'Send the cue',
      close: 'Close',
      short: 'Enter a cue of at most 100 characters.',
      unseen: (words) => `Not seen yet: “${words}”`,
      seen: (words, time) => `Seen at ${time}: “${words}”`,
    },
  },
);

/** When the desk's own microphone cannot be opened. */
export const noMicrophone = {
  code: 'aside.no_microphone',
  vi: 'Không mở được micro của bàn điều khiển. Hãy cắm micro, cho phép trình duyệt dùng micro rồi giữ phím lại.',
  en: 'The microphone of this desk cannot be opened. Plug it in, allow the browser to use it, then hold the key again.',
};

import { defineWords } from '../ui/index.ts';

/** What is wrong with the sound of a room: in a word for the desks, and what to do for those who are there. */
export const soundWords = defineWords(
  {
    label: 'Cảnh báo âm thanh',
    at: (site: string, what: string) => `${site}: ${what}`,
    silent: (length: string) => `im lặng ${length}`,
    silentDo: 'Trung tâm không nghe thấy tiếng. Hãy bật micro, đưa micro lại gần người nói.',
    clips: 'vỡ tiếng',
    clipsDo: 'Tiếng vào quá to nên bị vỡ. Hãy giảm âm lượng ở bàn trộn, hoặc đưa micro ra xa người nói.',
    echo: 'có tiếng vọng',
    echoDo: 'Tiếng loa dội vào micro. Hãy vặn nhỏ loa, để micro xa loa, rồi thử lại.',
    wrong: {
      processed: 'trình duyệt đang lọc tiếng',
      builtIn: 'đang dùng micro có sẵn của máy',
      notChosen: 'đang dùng micro khác',
      untested: 'micro chưa thử tiếng vọng',
    },
    wrongDo: {
      processed: 'Phòng có bàn trộn nhưng trình duyệt vẫn lọc tiếng. Hãy bỏ chọn rồi chọn lại mục bàn trộn.',
      builtIn: 'Máy đang dùng micro có sẵn, không phải micro của phòng. Hãy cắm lại micro rồi chọn ở dưới.',
      notChosen: 'Máy đang dùng micro khác với micro đã chọn. Hãy cắm lại micro, hoặc chọn lại ở dưới.',
      untested: 'Micro đang dùng khác với micro đã thử. Hãy thử lại tiếng vọng khi có thể.',
    },
    trial: {
      title: 'Thử tiếng vọng',
      start: 'Thử tiếng vọng',
      hint: 'Mở loa phòng như khi họp và giữ yên lặng: loa phát tám tiếng ngắn.',
      running: 'Đang thử, đề nghị giữ yên lặng…',
      good: (time: string) => `Không có tiếng vọng (thử lúc ${time}).`,
      heard: (time: string, db: string) => `Có tiếng vọng, ${db} dB trên nền (thử lúc ${time}).`,
      failed: 'Màn hình điểm cầu chưa thử được. Hãy kiểm tra loa, micro rồi thử lại.',
      later: 'Thử được trước giờ khai mạc hoặc trong giờ giải lao.',
    },
  },
  {
    label: 'Sound warnings',
    at: (site, what) => `${site}: ${what}`,
    silent: (length) => `silent for ${length}`,
    silentDo: 'The centre hears nothing. Switch the microphone on and bring it nearer to the speaker.',
    clips: 'sound is distorted',
    clipsDo: 'The sound is too loud and breaks up. Turn it down at the mixer, or move the microphone away.',
    echo: 'there is an echo',
    echoDo: 'The microphone hears the loudspeaker. Turn the loudspeaker down, move them apart, and try again.',
    wrong: {
      processed: 'the browser filters the sound',
      builtIn: 'the built-in microphone is in use',
      notChosen: 'another microphone is in use',
      untested: 'the microphone was not tried for echo',
    },
    wrongDo: {
      processed: 'There is a mixer, and the browser filters the sound all the same. Clear and set the mixer again.',
      builtIn: 'The computer uses its own microphone, not that of the room. Plug it in again and choose it below.',
      notChosen: 'Another microphone is in use than the one chosen. Plug that in again, or choose again below.',
      untested: 'The microphone in use is not the one that was tried. Try for echo again when possible.',
    },
    trial: {
      title: 'Echo test',
      start: 'Try for echo',
      hint: 'Turn the loudspeakers on as for the meeting and keep quiet: eight short tones are played.',
      running: 'Trying, please keep quiet…',
      good: (time) => `No echo (tried at ${time}).`,
      heard: (time, db) => `There is an echo, ${db} dB above the room (tried at ${time}).`,
      failed: 'The room screen could not try it. Check loudspeaker and microphone, then try again.',
      later: 'It can be tried before the opening or in a break.',
    },
  },
);

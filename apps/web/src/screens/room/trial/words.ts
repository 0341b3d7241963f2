import { defineWords } from '../../../ui/index.ts';

/** What the people in the room read while it is tried. */
export const trialWords = defineWords(
  {
    ready: 'Thử tiếng: chuẩn bị nói vào micro',
    recording: 'Đang ghi 3 giây – xin hãy nói vào micro',
    playing: 'Đang phát lại – xin hãy nghe',
    played: 'Đã phát lại xong. Nghe rõ chưa?',
    silent: 'Đã phát lại, nhưng micro không thu được tiếng nói',
    failed: 'Chưa thử được tiếng. Đề nghị kiểm tra micro, loa',
    stays: 'Tiếng ghi được không gửi đi đâu',
    line: 'Đang đo đường truyền trong 10 giây',
    lineMore: 'Hình của điểm cầu không được gửi đi',
  },
  {
    ready: 'Sound check: get ready to speak',
    recording: 'Recording for 3 seconds – please speak',
    playing: 'Playing it back – please listen',
    played: 'Played back. Was it clear?',
    silent: 'Played back, but the microphone heard no voice',
    failed: 'The sound could not be tried. Check microphone and loudspeaker',
    stays: 'What was recorded is sent nowhere',
    line: 'Trying the line for 10 seconds',
    lineMore: 'No picture of this site is sent',
  },
);

import { defineWords } from '../ui/index.ts';

/** Words of choosing and testing devices. */
export const deviceWords = defineWords(
  {
    camera: 'Camera',
    microphone: 'Micro',
    loudspeaker: 'Loa',
    defaultLoudspeaker: 'Loa mặc định của máy',
    nothingChosen: 'Chưa chọn',
    test: 'Phát âm thử',
    testing: 'Đang phát…',
    testPlayed: (time: string) => `Đã phát lúc ${time}. Phải nghe thấy tiếng từ loa.`,
    testNotPlayed: 'Chưa phát được âm thử. Hãy kiểm tra loa rồi thử lại.',
    mixer: 'Phòng có bàn trộn âm thanh',
    mixerHint: 'Tắt lọc tiếng vọng, lọc ồn, tự chỉnh âm lượng.',
  },
  {
    camera: 'Camera',
    microphone: 'Microphone',
    loudspeaker: 'Loudspeaker',
    defaultLoudspeaker: "The computer's default",
    nothingChosen: 'None chosen',
    test: 'Play a test sound',
    testing: 'Playing…',
    testPlayed: (time) => `Played at ${time}. It should be heard from the loudspeaker.`,
    testNotPlayed: 'It was not played. Check the loudspeaker and try again.',
    mixer: 'Room with an audio mixer',
    mixerHint: 'Echo cancellation, noise suppression and gain control off.',
  },
);

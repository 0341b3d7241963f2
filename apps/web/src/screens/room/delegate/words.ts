import { defineWords } from '../../../ui/index.ts';

/** Words of who takes part from a device of their own. */
export const delegateWords = defineWords(
  {
    screen: 'Hội nghị',
    own: 'Hình và micro của tôi',
    shut: 'Micro của điểm cầu đang tắt và sẽ mở khi chủ trì mời phát biểu.',
    unseen: 'Hình chỉ gửi đi từ lúc chuẩn bị phát biểu; hội nghị chưa thấy hình này.',
    ask: 'Xin phát biểu',
    close: 'Đóng',
    asking: 'Xin phát biểu',
    closedAsk: 'Hội nghị đã kết thúc, không đăng ký được nữa.',
    requests: 'Đăng ký của tôi',
    devices: 'Camera, micro, loa',
    devicesHint: 'Chọn và thử trước khi hội nghị khai mạc.',
    retry: 'Mở lại thiết bị',
    support: (phone: string) => `Cần hỗ trợ: ${phone}`,
  },
  {
    screen: 'Conference',
    own: 'My picture and microphone',
    shut: 'Your microphone is shut and opens when the chair gives you the floor.',
    unseen: 'Your picture is sent from the moment you stand by; the conference does not see it yet.',
    ask: 'Ask for the floor',
    close: 'Close',
    asking: 'Ask for the floor',
    closedAsk: 'The conference has ended; no more requests.',
    requests: 'My requests',
    devices: 'Camera, microphone, loudspeaker',
    devicesHint: 'Choose and test them before the conference opens.',
    retry: 'Open the devices again',
    support: (phone) => `Help: ${phone}`,
  },
);

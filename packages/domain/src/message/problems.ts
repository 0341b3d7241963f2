import { problems } from '../kernel/index.ts';

export const messageProblems = problems({
  'message.off': [
    409,
    'Thư ký đã tắt tin nhắn của hội nghị này. Nếu cần, hãy gọi số hỗ trợ.',
    'The secretary has switched off the messages of this conference. Call the support number if needed.',
  ],
  'message.discussion_off': [
    409,
    'Hội nghị chưa cho phép thảo luận chung giữa các điểm cầu. Hãy nhắn riêng cho Thư ký.',
    'This conference does not allow a discussion between sites. Write to the secretary instead.',
  ],
  'message.closed': [
    409,
    'Hội nghị đã kết thúc nên không gửi tin nhắn được nữa. Hãy liên hệ qua điện thoại.',
    'The conference has ended; no more messages can be sent. Use the telephone.',
  ],
  'message.too_fast': [
    429,
    'Đã gửi nhiều tin trong một phút. Hãy chờ ít giây rồi gửi tiếp.',
    'Many messages were sent within a minute. Wait a few seconds and send again.',
  ],
  'message.exists': [
    409,
    'Mã của tin này đã được dùng. Hãy tải lại trang rồi gửi lại.',
    'The id of this message is taken. Reload the page and send it again.',
  ],
  'message.not_found': [
    404,
    'Không có thông báo này trong hội nghị. Hãy tải lại trang.',
    'There is no such announcement in this conference. Reload the page.',
  ],
});
export type MessageCode = keyof typeof messageProblems;

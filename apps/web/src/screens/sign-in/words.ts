import { defineWords } from '../../ui/index.ts';

export const signInWords = defineWords(
  {
    title: 'Đăng nhập',
    eyebrow: 'Dành cho người quản trị',
    links: 'Được gửi đường dẫn riêng? Hãy mở đường dẫn đó, không cần đăng nhập.',
  },
  {
    title: 'Sign in',
    eyebrow: 'For administrators',
    links: 'Received a personal link? Open that link; no account is needed.',
  },
);

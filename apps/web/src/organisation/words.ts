import { defineWords } from '../ui/index.ts';

/** Words of signing in, of the first administrator and of the tree of units. */
export const organisationWords = defineWords(
  {
    signIn: {
      login: 'Tên đăng nhập',
      password: 'Mật khẩu',
      show: 'Hiện hoặc ẩn mật khẩu',
      submit: 'Đăng nhập',
      loginMissing: 'Hãy nhập tên đăng nhập.',
      passwordMissing: 'Hãy nhập mật khẩu.',
      forgotten: 'Quên mật khẩu? Hãy liên hệ người quản trị hệ thống của đơn vị.',
    },
    first: {
      name: 'Họ và tên',
      nameHint: 'Như trong văn bản, ví dụ: Trần Thị Hạnh',
      login: 'Tên đăng nhập',
      loginHint: 'Chữ, số và các dấu . _ - @; không có khoảng trắng',
      password: 'Mật khẩu',
      passwordHint: (least: string) => `Ít nhất ${least} ký tự. Một câu dài dễ nhớ tốt hơn một từ khó nhớ.`,
      again: 'Nhập lại mật khẩu',
      submit: 'Tạo tài khoản và vào hệ thống',
      errors: {
        name: 'Hãy nhập họ và tên, nhiều nhất 80 ký tự.',
        login: 'Hãy nhập tên đăng nhập chỉ gồm chữ, số và các dấu . _ - @.',
        password: (least: string, has: string) => `Mật khẩu cần ít nhất ${least} ký tự, hiện có ${has}.`,
        again: 'Hai lần nhập chưa giống nhau. Hãy nhập lại.',
      },
    },
    tree: {
      label: 'Cây đơn vị',
      open: (name: string) => `Mở các đơn vị của ${name}`,
      close: (name: string) => `Thu gọn ${name}`,
      below: (count: string) => `${count} đơn vị`,
      none: 'Chưa có đơn vị nào.',
      more: 'Xem thêm đơn vị',
    },
  },
  {
    signIn: {
      login: 'Login',
      password: 'Password',
      show: 'Show or hide the password',
      submit: 'Sign in',
      loginMissing: 'Enter your login.',
      passwordMissing: 'Enter your password.',
      forgotten: 'Forgot the password? Ask the administrator of your unit.',
    },
    first: {
      name: 'Full name',
      nameHint: 'As in a document, for example: Trần Thị Hạnh',
      login: 'Login',
      loginHint: 'Letters, digits and . _ - @; no spaces',
      password: 'Password',
      passwordHint: (least) => `At least ${least} characters. A long phrase is better than one difficult word.`,
      again: 'The password again',
      submit: 'Create the account and enter',
      errors: {
        name: 'Enter the full name, at most 80 characters.',
        login: 'Enter a login of letters, digits and . _ - @ only.',
        password: (least, has) => `The password needs at least ${least} characters; it has ${has}.`,
        again: 'The two are not the same. Enter it again.',
      },
    },
    tree: {
      label: 'Tree of units',
      open: (name) => `Open the units of ${name}`,
      close: (name) => `Close ${name}`,
      below: (count) => `${count} units`,
      none: 'No units yet.',
      more: 'Show more units',
    },
  },
);

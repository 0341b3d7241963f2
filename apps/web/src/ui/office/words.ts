import { defineWords } from '../text/define-words.ts';

export const officeWords = defineWords(
  {
    product: 'Điểm Cầu',
    navigation: 'Các trang',
    conferences: 'Hội nghị',
    templates: 'Mẫu hội nghị',
    health: 'Trạng thái hệ thống',
    signOut: 'Đăng xuất',
    done: 'đã xong',
  },
  {
    product: 'Điểm Cầu',
    navigation: 'Pages',
    conferences: 'Conferences',
    templates: 'Templates',
    health: 'State of the system',
    signOut: 'Sign out',
    done: 'done',
  },
);

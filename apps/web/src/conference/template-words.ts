import { defineWords } from '../ui/index.ts';

/** Words of templates and of conferences that are made like others. */
export const templateWords = defineWords(
  {
    name: 'Tên mẫu',
    nameMissing: 'Hãy nhập tên mẫu.',
    save: 'Lưu',
    close: 'Đóng',
    saving: {
      act: 'Lưu làm mẫu',
      title: 'Lưu làm mẫu hội nghị',
      hint: 'Mẫu giữ điểm cầu, chương trình và kịch bản như lúc này. Không giữ đường dẫn.',
      saved: (name: string) => `Đã lưu mẫu “${name}”. Mở lại trong trang Mẫu hội nghị.`,
    },
    copy: 'Sao chép hội nghị',
    more: 'Việc khác với hội nghị',
    holds: (items: string, rows: string) => `${items} mục chương trình, ${rows} dòng kịch bản`,
    sites: (count: string) => `${count} điểm cầu`,
    hall: (hall: string) => `điểm cầu chính: ${hall}`,
  },
  {
    name: 'Name of the template',
    nameMissing: 'Enter the name of the template.',
    save: 'Save',
    close: 'Close',
    saving: {
      act: 'Save as a template',
      title: 'Save as a template',
      hint: 'It keeps sites, agenda and run sheet as they are now. It keeps no links.',
      saved: (name) => `The template “${name}” is saved. Find it on the page Templates.`,
    },
    copy: 'Copy the conference',
    more: 'More with the conference',
    holds: (items, rows) => `${items} agenda items, ${rows} rows of the run sheet`,
    sites: (count) => `${count} sites`,
    hall: (hall) => `main hall: ${hall}`,
  },
);

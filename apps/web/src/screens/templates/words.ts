import { defineWords } from '../../ui/index.ts';

export const templatesWords = defineWords(
  {
    title: 'Mẫu hội nghị',
    search: 'Tìm mẫu theo tên',
    list: 'Danh sách mẫu hội nghị',
    builtIn: 'Có sẵn',
    madeAt: (time: string) => `lưu lúc ${time}`,
    use: 'Dùng mẫu này',
    useOf: (name: string) => `Tạo hội nghị từ mẫu ${name}`,
    menu: (name: string) => `Việc với mẫu ${name}`,
    rename: 'Đổi tên',
    renameTitle: 'Đổi tên mẫu',
    renameHint: 'Các hội nghị đã tạo từ mẫu không đổi.',
    remove: 'Xóa mẫu',
    removing: {
      title: (name: string) => `Xóa mẫu “${name}”?`,
      effect: 'Mẫu mất khỏi danh sách của mọi người quản trị đơn vị. Các hội nghị đã tạo từ mẫu vẫn còn nguyên.',
    },
    hint: 'Muốn có mẫu của đơn vị: mở trang chuẩn bị của một hội nghị rồi chọn “Lưu làm mẫu”.',
    none: (query: string) => `Không có mẫu nào khớp với “${query}”`,
    noneHint: 'Hãy thử ít từ hơn; không cần gõ dấu.',
  },
  {
    title: 'Templates',
    search: 'Find a template by its name',
    list: 'List of templates',
    builtIn: 'Comes with the product',
    madeAt: (time) => `saved at ${time}`,
    use: 'Use this template',
    useOf: (name) => `Create a conference from the template ${name}`,
    menu: (name) => `What can be done with the template ${name}`,
    rename: 'Rename',
    renameTitle: 'Rename the template',
    renameHint: 'Conferences that were made from it do not change.',
    remove: 'Remove the template',
    removing: {
      title: (name) => `Remove the template “${name}”?`,
      effect:
        'It leaves the list of all administrators of the unit. Conferences that were made from it stay as they are.',
    },
    hint: 'To have a template of your unit: open the preparation of a conference and choose “Save as a template”.',
    none: (query) => `No template matches “${query}”`,
    noneHint: 'Try fewer words; accents are not needed.',
  },
);

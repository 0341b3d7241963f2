import { defineWords } from '../../ui/index.ts';

export const makeWords = defineWords(
  {
    title: { copy: 'Sao chép hội nghị', template: 'Tạo hội nghị từ mẫu' },
    about: 'Tên và thời gian mới',
    takenOver: 'Được giữ nguyên',
    notTaken:
      'Giờ các nội dung tính theo giờ bắt đầu mới. Ghế và đường dẫn không sao chép: hãy cấp lại cho hội nghị mới.',
    chooseDate: 'Hãy nhập ngày của hội nghị mới.',
    working: 'Đang tạo hội nghị, xin chờ trong giây lát…',
    submit: 'Tạo hội nghị',
    lost: {
      title: 'Phần không giữ lại được',
      made: 'Hội nghị đã được tạo. Những phần dưới đây không còn trong hệ thống nên không đưa sang được.',
      sites: (count: string) => `${count} điểm cầu không còn hoặc ngoài phạm vi quản lý`,
      site: (name: string, code: string) => `${name} (mã ${code})`,
      speeches: (count: string) => `${count} lượt phát biểu ở các điểm cầu đó`,
      speech: (person: string, site: string) => (person === '' ? site : `${person}, ${site}`),
      more: (count: string) => `và ${count} phần khác`,
      go: 'Mở trang chuẩn bị',
    },
    start: {
      title: 'Bắt đầu nhanh hơn',
      body: 'Dùng mẫu có sẵn chương trình, kịch bản; hoặc mở một hội nghị cũ và chọn “Sao chép hội nghị”.',
      templates: 'Chọn mẫu hội nghị',
    },
  },
  {
    title: { copy: 'Copy a conference', template: 'Create a conference from a template' },
    about: 'New name and time',
    takenOver: 'Taken over',
    notTaken: 'Planned times follow the new start. Seats and links are not copied: issue new ones.',
    chooseDate: 'Enter the date of the new conference.',
    working: 'The conference is being made, one moment…',
    submit: 'Create the conference',
    lost: {
      title: 'What could not be taken over',
      made: 'The conference is made. The parts below are no longer in the system and could not be taken over.',
      sites: (count) => `${count} sites that are gone or not yours to invite`,
      site: (name, code) => `${name} (code ${code})`,
      speeches: (count) => `${count} speeches at those sites`,
      speech: (person, site) => (person === '' ? site : `${person}, ${site}`),
      more: (count) => `and ${count} more`,
      go: 'Open the preparation',
    },
    start: {
      title: 'A quicker start',
      body: 'Use a template that has an agenda and a run sheet; or open an earlier conference and choose “Copy the conference”.',
      templates: 'Choose a template',
    },
  },
);

import { defineWords } from '../ui/index.ts';

/** Words of conferences on the office pages. */
export const officeConferenceWords = defineWords(
  {
    kind: {
      meeting: 'Họp',
      conference: 'Hội nghị',
      seminar: 'Hội thảo',
      training: 'Tập huấn',
      congress: 'Đại hội',
    },
    list: {
      title: 'Hội nghị',
      label: 'Danh sách hội nghị',
      create: 'Tạo hội nghị',
      columns: { name: 'Hội nghị', kind: 'Loại', startsAt: 'Thời gian', sites: 'Điểm cầu', status: 'Trạng thái' },
      sites: (count: string) => `${count} điểm cầu`,
      empty: 'Chưa có hội nghị nào',
      emptyHint:
        'Bấm “Tạo hội nghị”, đặt tên, thời gian, điểm cầu chính và chọn các điểm cầu. Sau đó cấp đường dẫn cho chủ trì, người điều hành, đạo diễn hình và từng điểm cầu.',
      more: 'Xem thêm hội nghị',
      shown: (count: string) => `Đang xem ${count} hội nghị`,
      shownAll: (count: string) => `Tất cả ${count} hội nghị`,
    },
    fields: {
      kind: 'Loại',
      name: 'Tên hội nghị',
      nameHint: 'Như trong giấy mời, nhiều nhất 200 ký tự',
      date: 'Ngày',
      time: 'Giờ bắt đầu',
      when: (weekday: string, dateTime: string) => `${weekday}, ${dateTime} (giờ Việt Nam). Ghế mở trước 60 phút.`,
      limit: 'Giới hạn số điểm cầu',
      limitHint: 'Mời quá số này sẽ bị từ chối. Không tính điểm cầu chính.',
      phone: 'Điện thoại hỗ trợ kỹ thuật',
      phoneHint: 'Hiện trên màn hình điểm cầu khi mất kết nối',
      errors: {
        name: 'Hãy nhập tên hội nghị, nhiều nhất 200 ký tự.',
        when: 'Hãy chọn ngày và giờ bắt đầu.',
        past: 'Thời gian này đã qua. Hãy chọn thời gian khác.',
        limit: 'Hãy nhập một số từ 1 đến 10.000.',
        phone: 'Chỉ dùng chữ số, dấu cách và các dấu + ( ) - .',
      },
    },
    opensAt: (time: string) => `Các ghế mở lúc ${time}`,
  },
  {
    kind: {
      meeting: 'Meeting',
      conference: 'Conference',
      seminar: 'Seminar',
      training: 'Training',
      congress: 'Congress',
    },
    list: {
      title: 'Conferences',
      label: 'List of conferences',
      create: 'Create a conference',
      columns: { name: 'Conference', kind: 'Kind', startsAt: 'Time', sites: 'Sites', status: 'Status' },
      sites: (count) => `${count} sites`,
      empty: 'No conferences yet',
      emptyHint:
        'Press “Create a conference”, give its name, time and main hall, and choose the sites. Then issue links to the chair, the moderator, the vision operator and each site.',
      more: 'Show more conferences',
      shown: (count) => `Showing ${count} conferences`,
      shownAll: (count) => `All ${count} conferences`,
    },
    fields: {
      kind: 'Kind',
      name: 'Name of the conference',
      nameHint: 'As in the invitation, at most 200 characters',
      date: 'Date',
      time: 'Start',
      when: (weekday, dateTime) => `${weekday}, ${dateTime} (time in Viet Nam). Seats open 60 minutes before.`,
      limit: 'Limit of sites',
      limitHint: 'Inviting more is refused. The main hall does not count.',
      phone: 'Phone of technical support',
      phoneHint: 'Shown on room screens that lost their line',
      errors: {
        name: 'Enter the name of the conference, at most 200 characters.',
        when: 'Choose the date and the time of the start.',
        past: 'This time has passed. Choose another.',
        limit: 'Enter a number from 1 to 10,000.',
        phone: 'Only digits, blanks and + ( ) - . please.',
      },
    },
    opensAt: (time) => `Seats open at ${time}`,
  },
);

import { defineWords } from '../../ui/index.ts';

export const agendaScreenWords = defineWords(
  {
    print: 'In kịch bản',
    loading: 'Đang mở chương trình…',
    closed: 'Hội nghị đã kết thúc: chương trình và kịch bản chỉ để xem và in.',
    search: 'Tìm điểm cầu: tên, tỉnh, mã',
    sites: 'Chọn điểm cầu',
    noSite: 'Không tìm thấy điểm cầu nào. Hãy thử tên khác.',
    paper: {
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      title: 'KỊCH BẢN ĐIỀU HÀNH',
      when: (time: string, date: string) => `Thời gian: ${time}, ngày ${date}`,
      where: (hall: string, sites: string) => `Điểm cầu chính: ${hall}; ${sites} điểm cầu`,
      columns: { place: 'TT', time: 'Thời gian', content: 'Nội dung, lời dẫn', who: 'Người thực hiện' },
      minutes: (n: string) => `${n} phút`,
    },
  },
  {
    print: 'Print the run sheet',
    loading: 'Opening the agenda…',
    closed: 'The conference has ended: agenda and run sheet can be read and printed.',
    search: 'Find a site: name, province, code',
    sites: 'Choose a site',
    noSite: 'No site found. Try another name.',
    paper: {
      nation: 'SOCIALIST REPUBLIC OF VIET NAM',
      motto: 'Independence - Freedom - Happiness',
      title: 'RUN SHEET',
      when: (time, date) => `Time: ${time}, ${date}`,
      where: (hall, sites) => `Main hall: ${hall}; ${sites} sites`,
      columns: { place: 'No.', time: 'Time', content: 'Content, words', who: 'By whom' },
      minutes: (n) => `${n} min`,
    },
  },
);

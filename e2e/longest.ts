// The longest names that screens have to bear: real units, real positions, invented people.

/** The longest names among the units: of a commune with its province. */
export const LONGEST_SITES = ['00226', '24805', '26791'];
export const NAME =
  'Hội nghị trực tuyến toàn quốc sơ kết công tác Mặt trận 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2027 và tổng kết phong trào thi đua “Toàn dân đoàn kết xây dựng đời sống văn hóa”';

/** Forms of address, the longest names that people have, and full positions as they stand on an invitation. */
export const SPEAKERS = [
  {
    honorific: 'Đồng chí',
    name: 'Nguyễn Hoàng Thị Phương Thảo',
    position:
      'Ủy viên Trung ương Đảng, Ủy viên Đảng đoàn Mặt trận Tổ quốc Việt Nam, Phó Chủ tịch – Tổng Thư ký Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    subject:
      'Kiến nghị lập một đầu mối hỗ trợ các đoàn đại biểu dự Đại hội, thống nhất từ Trung ương đến cấp xã, trực cả ngày nghỉ',
  },
  {
    honorific: 'Hòa thượng',
    name: 'Thích Thiện Nhơn Quảng Đức',
    position:
      'Phó Chủ tịch Thường trực Hội đồng Trị sự Trung ương Giáo hội Phật giáo Việt Nam, Trưởng Ban Trị sự Giáo hội Phật giáo Việt Nam Thành phố Hà Nội',
    subject: 'Phối hợp các tôn giáo trong công tác xã hội và cuộc vận động vì người nghèo',
  },
  {
    honorific: 'Linh mục',
    name: 'Giuse Trần Xuân Mạnh',
    position: 'Chủ tịch Ủy ban Đoàn kết Công giáo Việt Nam Thành phố Hồ Chí Minh',
    subject: 'Xây dựng xứ đạo bình yên',
  },
  {
    honorific: 'Mục sư',
    name: 'Thái Phước Trường',
    position: 'Hội trưởng Tổng Liên hội Hội thánh Tin lành Việt Nam (miền Nam)',
    subject: 'Đồng hành cùng chính quyền cơ sở',
  },
  { honorific: 'Ông', name: 'Lò Văn Piềng', position: 'Già làng, người có uy tín', subject: 'Giữ đất, giữ rừng' },
  { honorific: 'Bà', name: 'Y Thông', position: 'Chủ tịch Hội Liên hiệp Phụ nữ xã', subject: 'Ngày vì người nghèo' },
] as const;

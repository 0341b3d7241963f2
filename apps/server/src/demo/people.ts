import type { ConferenceRole } from '@diemcau/domain/kernel';

/** Nobody here exists: the demo says on every screen that its people are invented. */
export const DESK_PEOPLE: readonly { readonly role: ConferenceRole; readonly personName: string }[] = [
  { role: 'chair', personName: 'Hoàng Minh Sơn' },
  { role: 'moderator', personName: 'Trần Thị Hạnh' },
  { role: 'operator', personName: 'Lê Quang Vinh' },
  { role: 'secretary', personName: 'Vũ Thị Lan' },
  { role: 'technician', personName: 'Đỗ Quốc Huy' },
  { role: 'observer', personName: 'Bùi Gia Hân' },
];

/** Takes part alone, from a laptop or a phone. */
export const PERSONAL = { honorific: 'Bà', name: 'Phùng Thị Sen', position: 'Nghệ nhân ưu tú', unit: null } as const;

export const ADMINISTRATOR = { login: 'ban-to-chuc', name: 'Phạm Thu Trang' } as const;

/** Delegates of the first simulated sites, in their order, who ask for the floor: there is a queue to work with. */
export const SPEAKERS = [
  {
    honorific: 'Ông',
    name: 'Nguyễn Văn Bình',
    position: 'Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Thái Nguyên',
    kind: 'paper',
    subject: 'Đoàn kết các dân tộc trong giai đoạn mới',
  },
  {
    honorific: 'Bà',
    name: 'Nông Thị Thu',
    position: 'Chủ tịch Ủy ban MTTQ Việt Nam xã Ba Bể',
    kind: 'discussion',
    subject: 'Công tác Mặt trận ở xã sau sắp xếp',
  },
  {
    honorific: 'Đồng chí',
    name: 'Lò Văn Thanh',
    position: 'Phó Chủ tịch Thường trực Ủy ban MTTQ Việt Nam tỉnh Điện Biên',
    kind: 'discussion',
    subject: 'Cuộc vận động vì người nghèo vùng biên giới',
  },
  {
    honorific: 'Hòa thượng',
    name: 'Thích Minh Quang',
    position: 'Ủy viên Ủy ban MTTQ Việt Nam xã Na Rì',
    kind: 'discussion',
    subject: 'Phối hợp các tôn giáo trong công tác xã hội',
  },
  {
    honorific: 'Ông',
    name: 'Trịnh Hải Đăng',
    position: 'Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Cà Mau',
    kind: 'paper',
    subject: 'Chống khai thác hải sản trái phép',
  },
] as const;

import type { PastedDelegate } from '@diemcau/domain/attendance';
import type { DelegateId } from '@diemcau/domain/kernel';
import { SPEAKERS } from './people.ts';

/** Nobody here exists. Forms of address belong to their names: a monk is never "đồng chí". */
const PEOPLE = [
  ['Đồng chí', 'Hoàng Thị Duyên', 'Phó Chủ tịch Ủy ban MTTQ Việt Nam'],
  ['Đồng chí', 'Nông Văn Sáng', 'Bí thư Đảng ủy'],
  ['Đồng chí', 'Triệu Thị Lan', 'Chủ tịch Hội Liên hiệp Phụ nữ'],
  ['Đồng chí', 'Ma Đình Khoa', 'Bí thư Đoàn Thanh niên'],
  ['Thượng tọa', 'Thích Quảng Lâm', 'Trụ trì chùa Phố Cũ'],
  ['Đồng chí', 'Bàn Thị Mấy', 'Chủ tịch Hội Nông dân'],
  ['Đồng chí', 'Phạm Quốc Huy', 'Chủ tịch Hội Cựu chiến binh'],
  ['Linh mục', 'Giuse Trần Xuân Mạnh', 'Đại diện Ủy ban Đoàn kết Công giáo'],
  ['Đồng chí', 'Lý Thị Hoa', 'Chủ tịch Liên đoàn Lao động'],
  ['Già làng', 'Y Thông', 'Người có uy tín trong đồng bào dân tộc'],
  ['Đồng chí', 'Vũ Đức Thắng', 'Trưởng ban Công tác Mặt trận khu dân cư'],
  ['Bà', 'Nguyễn Thị Mai', 'Chi hội trưởng Người cao tuổi'],
  ['Ông', 'Lê Văn Phúc', 'Chủ tịch Hội Khuyến học'],
  ['Đồng chí', 'Đặng Thu Hà', 'Ủy viên Thường trực Ủy ban MTTQ Việt Nam'],
  ['Ông', 'Hà Văn Tiến', 'Trưởng thôn'],
  ['Bà', 'Lò Thị Sen', 'Đại diện Hội Chữ thập đỏ'],
] as const;

const FEWEST = 9;
const empty = { unit: '', kind: '', substituteFor: '', phone: '' };

/**
 * Delegates of the demo's site number `place`, 0 for the hall: whoever asks for the floor there, and some others.
 * @param idOf an id for each of them, the same one every time
 */
export const delegatesOf = (place: number, idOf: (n: number) => DelegateId): readonly PastedDelegate[] => {
  const speaker = place === 0 ? undefined : SPEAKERS[place - 1];
  const others = PEOPLE.slice(0, FEWEST + (place % (PEOPLE.length - FEWEST + 1)));
  const listed = [...(speaker ? [[speaker.honorific, speaker.name, speaker.position] as const] : []), ...others];
  return listed.map(([honorific, name, position], n) => ({
    ...empty,
    delegateId: idOf(n),
    honorific,
    name,
    position,
    rank: String(n + 1),
  }));
};

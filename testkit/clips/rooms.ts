// The rooms that the demo's simulated sites show: real units, invented scenes.

/** One room to draw. `unitCode`: of the statistics office, null for the main hall. */
export type Room = {
  readonly unitCode: string | null;
  readonly name: string;
  /** The name as it stands on the banner. */
  readonly banner: string;
  readonly kind: 'hall' | 'province' | 'commune';
  /** Hue of the walls, degrees. */
  readonly hue: number;
  readonly seed: number;
  /** Number of the tone: 0 is the hall's alone. */
  readonly tone: number;
};

/** In the order in which the demo adds them: the first six make a lively conference by themselves. */
const SITES: readonly (readonly [code: string, name: string])[] = [
  ['19', 'Tỉnh Thái Nguyên'],
  ['01906', 'Xã Ba Bể'],
  ['11', 'Tỉnh Điện Biên'],
  ['02155', 'Xã Na Rì'],
  ['96', 'Tỉnh Cà Mau'],
  ['05692', 'Xã Đồng Hỷ'],
  ['01', 'Thành phố Hà Nội'],
  ['01912', 'Xã Chợ Rã'],
  ['68', 'Tỉnh Lâm Đồng'],
  ['01954', 'Xã Ngân Sơn'],
  ['02071', 'Xã Nghĩa Tá'],
  ['46', 'Thành phố Huế'],
  ['02014', 'Xã Bạch Thông'],
  ['02020', 'Xã Chợ Đồn'],
  ['02086', 'Xã Chợ Mới'],
  ['05611', 'Xã Phú Lương'],
  ['05569', 'Xã Định Hóa'],
  ['05830', 'Xã Đại Từ'],
  ['05716', 'Xã Võ Nhai'],
  ['05908', 'Xã Phú Bình'],
  ['05860', 'Phường Phổ Yên'],
  ['05518', 'Phường Sông Công'],
  ['01843', 'Phường Bắc Kạn'],
  ['02038', 'Xã Quảng Bạch'],
];

/** Tones 1 to 19, then again: one site speaks at a time. */
const toneOf = (index: number): number => 1 + (index % 19);

const siteRoom = ([unitCode, name]: readonly [string, string], index: number): Room => ({
  unitCode,
  name,
  banner: name.toLocaleUpperCase('vi'),
  kind: unitCode.length === 2 ? 'province' : 'commune',
  hue: (index * 137 + 20) % 360,
  seed: 1000 + index,
  tone: toneOf(index),
});

export const ROOMS: readonly Room[] = [
  { unitCode: null, name: 'Hội trường chính', banner: 'HỘI TRƯỜNG CHÍNH', kind: 'hall', hue: 0, seed: 1, tone: 0 },
  ...SITES.map(siteRoom),
];

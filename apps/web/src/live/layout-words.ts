import type { Layout, LayoutKind, TitleCardKind } from '@diemcau/domain/kernel';
import { defineWords } from '../ui/index.ts';

/** How layouts are called, on every desk and on paper. */
export const layoutWords = defineWords(
  {
    title: 'Bố cục hình',
    kind: {
      one: 'Một hình',
      hallBeside: 'Hội trường cạnh điểm cầu',
      content: 'Tài liệu và người phát biểu',
      mosaic4: 'Lưới 4 hình',
      mosaic9: 'Lưới 9 hình',
    } satisfies Record<Exclude<LayoutKind, 'title'>, string>,
    short: {
      one: 'Một hình',
      hallBeside: 'Cạnh hội trường',
      content: 'Tài liệu',
      mosaic4: 'Lưới 4',
      mosaic9: 'Lưới 9',
    },
    card: {
      conference: 'Bảng tên hội nghị',
      break: 'Bảng nghỉ giải lao',
      emblem: 'Biểu trưng',
    } satisfies Record<TitleCardKind, string>,
    shortCard: { conference: 'Bảng tên', break: 'Giải lao', emblem: 'Biểu trưng' },
  },
  {
    title: 'Layout',
    kind: {
      one: 'One picture',
      hallBeside: 'Main hall beside the site',
      content: 'Content with the speaker',
      mosaic4: 'Mosaic of 4',
      mosaic9: 'Mosaic of 9',
    },
    short: { one: 'One', hallBeside: 'Hall beside', content: 'Content', mosaic4: 'Mosaic 4', mosaic9: 'Mosaic 9' },
    card: { conference: 'Title card', break: 'Break card', emblem: 'Emblem' },
    shortCard: { conference: 'Title', break: 'Break', emblem: 'Emblem' },
  },
);

/** The name of a layout; the sites of a mosaic are named elsewhere. */
export const layoutName = (
  words: { readonly kind: Record<Exclude<LayoutKind, 'title'>, string>; readonly card: Record<TitleCardKind, string> },
  layout: Layout,
): string => (layout.kind === 'title' ? words.card[layout.card] : words.kind[layout.kind]);

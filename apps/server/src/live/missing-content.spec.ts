import { describe, expect, it } from 'vitest';
import { ContentId } from '@diemcau/domain/kernel';
import { CONTENT_MISSING_MS, MissingPicture } from './missing-content.ts';

const [one, other] = [1, 2].map((n) => ContentId.parse(`00000006-0000-7000-8000-00000000500${n}`));
const T0 = 1_772_067_600_000;

describe('P19: content that does not arrive is ended', () => {
  it('P19: after its time, and not before', () => {
    const watch = new MissingPicture();
    expect(watch.look(one!, false, T0)).toBeNull();
    expect(watch.look(one!, false, T0 + CONTENT_MISSING_MS - 1)).toBeNull();
    expect(watch.look(one!, false, T0 + CONTENT_MISSING_MS)).toBe(one);
  });

  it('P19: who was here, or is another, has the whole time again; so has everybody after the media server was away', () => {
    const watch = new MissingPicture();
    for (const restart of [
      () => watch.look(one!, true, T0 + 5000),
      () => watch.look(other!, false, T0 + 5000),
      () => watch.look(null, false, T0 + 5000),
      () => watch.lookAway(),
    ]) {
      watch.look(one!, false, T0);
      restart();
      expect(watch.look(one!, false, T0 + 6000)).toBeNull();
      expect(watch.look(one!, false, T0 + CONTENT_MISSING_MS)).toBeNull();
      expect(watch.look(one!, false, T0 + 6000 + CONTENT_MISSING_MS)).toBe(one);
      watch.look(null, false, T0);
    }
  });
});

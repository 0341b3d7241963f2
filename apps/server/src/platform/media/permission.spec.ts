import { describe, expect, it } from 'vitest';
import { exceeds, grantFor, permissionFor } from './permission.ts';

const silentSite = { sources: ['camera'], hidden: false } as const;
const speaker = { sources: ['camera', 'microphone'], hidden: false } as const;
const onlooker = { sources: [], hidden: true } as const;

describe('permissions are set as a whole (M5)', () => {
  it('M5: nothing to publish is canPublish false, never an empty list alone', () => {
    expect(permissionFor(onlooker)).toMatchObject({
      canPublish: false,
      canPublishData: false,
      canUpdateMetadata: false,
      hidden: true,
    });
    expect(grantFor('stage', onlooker)).toMatchObject({
      canPublish: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  });

  it('M5: a site has its camera, with the floor its microphone too', () => {
    expect(permissionFor(silentSite).canPublishSources).toHaveLength(1);
    expect(permissionFor(speaker).canPublishSources).toHaveLength(2);
  });
});

describe('the gate compares a token with what is due now (M12)', () => {
  const claims = (more: object) => ({
    room: 'stage',
    roomJoin: true,
    canSubscribe: true,
    canPublish: true,
    canPublishData: false,
    ...more,
  });

  it('M12: what was minted for the member passes', () => {
    expect(exceeds(claims({ canPublishSources: ['camera'] }), silentSite)).toBe(false);
    expect(exceeds(claims({ canPublishSources: ['camera', 'microphone'] }), speaker)).toBe(false);
    expect(exceeds(claims({ canPublish: false }), onlooker)).toBe(false);
    expect(exceeds(claims({ canPublish: false, canPublishSources: [] }), silentSite)).toBe(false);
  });

  it.each([
    ['a microphone kept from a turn', { canPublishSources: ['camera', 'microphone'] }],
    ['an empty list, which means every source', { canPublishSources: [] }],
    ['no list, which means every source', {}],
    ['data', { canPublishSources: ['camera'], canPublishData: true }],
    ['metadata', { canPublishSources: ['camera'], canUpdateOwnMetadata: true }],
    ['administration', { canPublishSources: ['camera'], roomAdmin: true }],
    ['recording', { canPublishSources: ['camera'], roomRecord: true }],
    ['a flag that we do not know', { canPublishSources: ['camera'], somethingNew: true }],
    ['sources of a wrong shape', { canPublishSources: 'camera' }],
  ])('M12: %s is turned away', (_, more) => {
    expect(exceeds(claims(more), silentSite)).toBe(true);
  });

  it('M12: leaving data out means allowing it, so it is turned away', () => {
    expect(exceeds({ canPublish: true, canPublishSources: ['camera'] }, silentSite)).toBe(true);
  });
});

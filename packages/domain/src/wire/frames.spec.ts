import { describe, expect, it } from 'vitest';
import { requestNo, site, speaker, turnNo } from '../kernel/given.fixture.ts';
import { INVITE_BATCH } from '../conference/index.ts';
import { ClientFrame, CommandBody, MAX_FRAME_BYTES, PROTOCOL } from './index.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const command = { type: 'floor.end', turnId: turnNo(1) };
const ask = { type: 'floor.request', requestId: requestNo(1), siteId: site(1), speakerId: speaker(1), kind: 'paper' };
const person = { honorific: 'Hòa thượng', name: 'Thích Minh An', position: 'Ủy viên Ủy ban MTTQ tỉnh' };
const device = { id: 'd1', label: 'Camera' };
const report = {
  cameras: [device],
  microphones: [],
  loudspeakers: [],
  cameraId: 'd1',
  microphoneId: null,
  loudspeakerId: null,
  camera: 'ok',
  microphone: 'missing',
  mixer: false,
  level: 0.5,
  picture: 'data:image/jpeg;base64,/9j/4A==',
  testedAt: null,
  line: 'good',
  needsGesture: false,
};
const reporting = (changed: object) => ({ type: 'report', report: { ...report, ...changed } });
/** Length in UTF-8. */
const bytes = (text: string) => encodeURIComponent(text).replaceAll(/%../g, '-').length;
const line = {
  quality: 'poor',
  steps: { down: 'text', up: 'sound' },
  upBps: 0,
  downBps: 9000,
  loss: null,
  rttMs: 300,
};
const accepted = (frame: unknown) => ClientFrame.safeParse(frame).success;

describe('W6: frames that pages send', () => {
  it.each([
    { type: 'hello', protocol: PROTOCOL, epoch: null, lastSeq: 0 },
    { type: 'hello', protocol: PROTOCOL, epoch: 'e1', lastSeq: 1204 },
    { type: 'command', id, command },
    { type: 'command', id, command: ask, texts: { speaker: person, subject: 'Về phong trào thi đua' } },
    { type: 'watch', siteIds: [site(1)] },
    { type: 'watch', siteIds: [] },
    { type: 'report', report },
    { type: 'control', control: { do: 'useCamera', id: 'd1' } },
    { type: 'control', control: { do: 'testLoudspeaker' } },
    { type: 'control', control: { do: 'useStep', step: null } },
    reporting({ ladder: { down: 'text', up: 'sound', chosen: 'small' } }),
    { type: 'line', line },
    { type: 'line', line: { ...line, loss: 1, rttMs: null } },
    { type: 'ping', t: 12.5 },
  ])('W6: accepted: $type', (frame) => {
    expect(accepted(frame)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{"type":"ping","t":1}'],
    ['a list', [{ type: 'ping', t: 1 }]],
    ['no type', { t: 1 }],
    ['an unknown type', { type: 'grant', siteId: site(1) }],
    ['a part that is not known', { type: 'ping', t: 1, more: true }],
    ['a number that is none', { type: 'ping', t: 'now' }],
    ['no number at all', { type: 'ping', t: null }],
    ['hello without its protocol', { type: 'hello', epoch: null, lastSeq: 0 }],
    ['hello from before the beginning', { type: 'hello', protocol: 1, epoch: null, lastSeq: -1 }],
    ['hello with a long epoch', { type: 'hello', protocol: 1, epoch: 'e'.repeat(65), lastSeq: 0 }],
    ['a command without an id', { type: 'command', command }],
    ['a command whose id is no id', { type: 'command', id: '1', command }],
    ['a command that is not known', { type: 'command', id, command: { type: 'floor.seize' } }],
    ['a command of another shape', { type: 'command', id, command: { type: 'floor.end', turnId: 'first' } }],
    ['a command with a part too many', { type: 'command', id, command: { ...command, at: 0 } }],
    ['a command that names its actor', { type: 'command', id, command, actor: { kind: 'system', name: 'deadline' } }],
    ['a kind of speech that is not known', { type: 'command', id, command: { ...ask, kind: 'song' } }],
    ['more sites than a desk shows', { type: 'watch', siteIds: Array.from({ length: 61 }, (_, n) => site(n)) }],
    ['a site that is none', { type: 'watch', siteIds: ["'; DROP TABLE event; --"] }],
    ['a control that is not known', { type: 'control', control: { do: 'unmute' } }],
    ['a step that is not known', { type: 'control', control: { do: 'useStep', step: 'huge' } }],
    ['a voice that is not sent', reporting({ ladder: { down: 'text', up: 'text', chosen: null } })],
    ['a line that loses more than there is', { type: 'line', line: { ...line, loss: 1.1 } }],
    ['a line that carries less than nothing', { type: 'line', line: { ...line, upBps: -1 } }],
    ['a line with a part too many', { type: 'line', line: { ...line, siteId: site(1) } }],
    ['a run of the line, which only the server asks for', { type: 'control', control: { do: 'runLine', runId: id } }],
    ['a playback, which only the server asks for', { type: 'control', control: { do: 'playBack' } }],
    ['a control without its device', { type: 'control', control: { do: 'useCamera' } }],
  ])('W6: refused: %s', (_, frame) => {
    expect(accepted(frame)).toBe(false);
  });

  it('W6: the largest frames that pages have reason to send fit', () => {
    const many = Array.from({ length: 20 }, () => ({ id: 'f'.repeat(64), label: 'ệ'.repeat(120) }));
    const picture = `data:image/jpeg;base64,${'A'.repeat(23_900)}`;
    const large = [
      reporting({ cameras: many, microphones: many, loudspeakers: many, picture }),
      {
        type: 'command',
        id,
        command: { type: 'conference.invite', siteIds: Array.from({ length: INVITE_BATCH }, (_, n) => site(n)) },
      },
    ];
    for (const frame of large) {
      expect(accepted(frame)).toBe(true);
      expect(bytes(JSON.stringify(frame))).toBeLessThan(MAX_FRAME_BYTES);
    }
  });
});

describe('W7: texts go beside a command, never in it', () => {
  const withSpeaker = (changed: object) =>
    CommandBody.safeParse({ id, command: ask, texts: { speaker: { ...person, ...changed } } });

  it('W7: they are one line each, as they were typed', () => {
    expect(withSpeaker({ name: '  Nguyễn   Văn A ' }).data?.texts?.speaker?.name).toBe('Nguyễn Văn A');
    expect(withSpeaker({ name: '<script>alert(1)</script>' }).data?.texts?.speaker?.name).toBe(
      '<script>alert(1)</script>',
    );
    expect(withSpeaker({ name: "Robert'); DROP TABLE site;--" }).success).toBe(true);
  });

  it.each(['honorific', 'name', 'position'])('W7: the %s is not left empty', (part) => {
    expect(withSpeaker({ [part]: '' }).success).toBe(false);
    expect(withSpeaker({ [part]: '   ' }).success).toBe(false);
    expect(withSpeaker({ [part]: undefined }).success).toBe(false);
    expect(withSpeaker({ [part]: 7 }).success).toBe(false);
  });

  it.each([
    ['honorific', 40],
    ['name', 80],
    ['position', 200],
  ])('W7: the %s has at most %i characters', (part, max) => {
    expect(withSpeaker({ [part]: 'ệ'.repeat(max) }).success).toBe(true);
    expect(withSpeaker({ [part]: 'ệ'.repeat(max + 1) }).success).toBe(false);
  });

  it('W7: a command has no place for them', () => {
    expect(CommandBody.safeParse({ id, command: { ...ask, name: 'Nguyễn Văn A' } }).success).toBe(false);
    expect(CommandBody.safeParse({ id, command: ask, texts: { note: 'x' } }).success).toBe(false);
    expect(CommandBody.safeParse({ id, command: ask, texts: { subject: 'a\u0000b' } }).success).toBe(false);
  });
});

describe('W9: what a room screen says of its devices', () => {
  it.each([
    ['a level above 1', { level: 1.01 }],
    ['a level below 0', { level: -0.1 }],
    ['no level', { level: null }],
    ['a picture of another kind', { picture: 'data:image/svg+xml;base64,PHN2Zy8+' }],
    ['a picture from elsewhere', { picture: 'https://example.org/p.jpg' }],
    ['a picture that breaks out of its address', { picture: 'data:image/jpeg;base64,AA"><img src=x>' }],
    ['a picture that is too large', { picture: `data:image/jpeg;base64,${'A'.repeat(24_000)}` }],
    ['more devices than a room has', { cameras: Array.from({ length: 21 }, () => device) }],
    ['a long label', { cameras: [{ id: 'd', label: 'x'.repeat(121) }] }],
    ['a state that is not known', { camera: 'fine' }],
  ])('W9: refused: %s', (_, changed) => {
    expect(accepted(reporting(changed))).toBe(false);
  });
});

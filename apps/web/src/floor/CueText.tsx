import { useFormats, useWords } from '../ui/index.ts';
import type { Cue, CuePerson } from './cue.ts';
import { kindWords } from './kinds.ts';
import { placeText, siteText } from './labels.ts';
import { inSentence, upperFirst } from './names.ts';
import { floorWords } from './words.ts';

/** "đồng chí" inside a sentence, "Hòa thượng" and other titles as they are. */
const smallHonorifics = new Set(['Đồng chí', 'Ông', 'Bà', 'Bác', 'Anh', 'Chị']);
const honorificInSentence = (honorific: string): string =>
  smallHonorifics.has(honorific) ? honorific.toLowerCase() : honorific;

/** The three pieces of an invitation: before the name, the name, after it. */
type Piece = { readonly before: string; readonly name: string; readonly after: string };

const useThanks = (who: CuePerson | null): string => {
  const words = useWords(floorWords);
  if (who === null) return '';
  if (who.person === null) return words.cue.thankSite(inSentence(siteText(who.site, words)));
  return words.cue.thank(honorificInSentence(who.person.honorific), who.person.name);
};

const useInvitation = (who: CuePerson | null, first: boolean): Piece | null => {
  const words = useWords(floorWords);
  const acts = useWords(kindWords).act;
  if (who === null || who.person === null) return null;
  const { honorific, name, position } = who.person;
  const small = honorificInSentence(honorific);
  return {
    before: first ? words.cue.inviteFirst(small) : words.cue.inviteNext(small),
    name,
    after: words.cue.inviteAfter(position, inSentence(placeText(who.site, words)), acts[who.kind]),
  };
};

const TurnCue = ({ thank, invite }: { thank: CuePerson | null; invite: CuePerson | null }) => {
  const words = useWords(floorWords).cue;
  const thanks = useThanks(thank);
  const piece = useInvitation(invite, thank === null);
  if (piece === null) {
    return (
      <>
        {thanks}
        {thank === null ? words.askFirst : words.askMore}
      </>
    );
  }
  return (
    <>
      {thanks}
      {piece.before}
      <strong>{piece.name}</strong>
      {piece.after}
    </>
  );
};

const BackCue = ({ to }: { to: CuePerson }) => {
  const words = useWords(floorWords);
  if (to.person === null) return words.cue.backSite(inSentence(siteText(to.site, words)));
  return (
    <>
      {words.cue.backBefore(honorificInSentence(to.person.honorific))}
      <strong>{to.person.name}</strong>
      {words.cue.backAfter}
    </>
  );
};

/** The sentence that the chair says next. */
export const CueText = ({ cue }: { cue: Cue }) => {
  const words = useWords(floorWords);
  const { time } = useFormats();
  switch (cue.status) {
    case 'prepared':
      return words.cue.prepared(time(cue.startsAt));
    case 'paused':
      return words.cue.paused;
    case 'closed':
      return words.cue.closed;
    case 'lost':
      return upperFirst(words.cue.lost(siteText(cue.site, words)));
    case 'back':
      return <BackCue to={cue.to} />;
    case 'turn':
      return <TurnCue thank={cue.thank} invite={cue.invite} />;
  }
};

import { useFormats, useWords } from '../ui/index.ts';
import { cueWords } from './cue-words.ts';
import type { Cue, CuePerson } from './cue.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { placeText, siteText } from './labels.ts';
import { honorificInSentence, inSentence, upperFirst } from '../live/naming.ts';
import { floorWords } from './words.ts';

/** The three pieces of an invitation: before the name, the name, after it. */
type Piece = { readonly before: string; readonly name: string; readonly after: string };

const useThanks = (who: CuePerson | null): string => {
  const words = useWords(floorWords);
  const say = useWords(cueWords).cue;
  if (who === null) return '';
  if (who.person === null) return say.thankSite(inSentence(siteText(who.site, words)));
  return say.thank(honorificInSentence(who.person.honorific), who.person.name);
};

const useInvitation = (who: CuePerson | null, first: boolean): Piece | null => {
  const words = useWords(floorWords);
  const say = useWords(cueWords).cue;
  const acts = useWords(speechKindWords).act;
  if (who === null || who.person === null) return null;
  const { honorific, name, position } = who.person;
  const small = honorificInSentence(honorific);
  return {
    before: first ? say.inviteFirst(small) : say.inviteNext(small),
    name,
    after: say.inviteAfter(position, inSentence(placeText(who.site, words)), acts[who.kind]),
  };
};

const TurnCue = ({ thank, invite }: { thank: CuePerson | null; invite: CuePerson | null }) => {
  const words = useWords(cueWords).cue;
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
  const say = useWords(cueWords).cue;
  if (to.person === null) return say.backSite(inSentence(siteText(to.site, words)));
  return (
    <>
      {say.backBefore(honorificInSentence(to.person.honorific))}
      <strong>{to.person.name}</strong>
      {say.backAfter}
    </>
  );
};

/** The sentence that the chair says next. */
export const CueText = ({ cue }: { cue: Cue }) => {
  const words = useWords(floorWords);
  const say = useWords(cueWords).cue;
  const { time } = useFormats();
  switch (cue.status) {
    case 'prepared':
      return say.prepared(time(cue.startsAt));
    case 'paused':
      return say.paused;
    case 'closed':
      return say.closed;
    case 'lost':
      return upperFirst(say.lost(siteText(cue.site, words)));
    case 'back':
      return <BackCue to={cue.to} />;
    case 'turn':
      return <TurnCue thank={cue.thank} invite={cue.invite} />;
  }
};

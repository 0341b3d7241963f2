import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';

/** The standing rule of every live screen: nothing that is a State secret belongs on this system. */
export const SecrecyNote = () => <span className="ui-secrecy">{useWords(uiWords).secrecy}</span>;

import './LanguageSwitch.css';
import { languages } from '../text/define-words.ts';
import { useLanguage, useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';

/** Each language by its own name, whatever the interface speaks. */
const names = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Changes the language of the interface, at once and for the next visit. */
export const LanguageSwitch = () => {
  const { language, setLanguage } = useLanguage();
  const words = useWords(uiWords);
  return (
    <div className="ui-languages" role="group" aria-label={words.language}>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => setLanguage(each)}>
          {names[each]}
        </button>
      ))}
    </div>
  );
};

import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App, applyTheme, followNewBuild, themeOf } from './shell/index.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');

applyTheme(themeOf(location.pathname));
followNewBuild({ isUnattended: false });
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import '@fontsource/lato/400.css';
import '@fontsource/lato/400-italic.css';
import '@fontsource/lato/700.css';
import '@fontsource/lato/700-italic.css';
import '@fontsource/lato/900.css';
import './styles/theme.css';
import './styles/frame.css';
import './styles/messages.css';
import './styles/files.css';
import './styles/blocks.css';
import './styles/elements.css';
import './styles/composer.css';
import './styles/app-home.css';
import './styles/dialog.css';
import './styles/traffic.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

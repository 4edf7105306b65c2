import '@mantine/core/styles.css';
import './ui/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';

createRoot(document.getElementById('root')!).render(<App />);

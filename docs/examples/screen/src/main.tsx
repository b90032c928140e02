import { createRoot } from 'react-dom/client';
import { Screen } from './Screen';
import './style.css';
import './form.css';

const screen = document.getElementById('screen');
if (screen !== null) createRoot(screen).render(<Screen />);

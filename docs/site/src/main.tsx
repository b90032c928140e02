import { createRoot } from 'react-dom/client';
import { Page } from './Page';
import './style.css';

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<Page />);

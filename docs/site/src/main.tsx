import { createRoot } from 'react-dom/client';
import { Page } from './Page';
import '../../examples/screen/src/form.css';
import './style.css';

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<Page />);

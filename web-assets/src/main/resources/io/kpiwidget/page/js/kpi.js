import {kpiPage} from './page.js';

kpiPage();

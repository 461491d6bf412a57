import type { PageData } from './data.js';
import { element } from './dom.js';

const data = JSON.parse(element('data').textContent) as PageData;
const list = document.createElement('ul');
for (const name of data.databases) {
  const item = document.createElement('li');
  item.textContent = name;
  list.append(item);
}
element('app').replaceChildren(list);

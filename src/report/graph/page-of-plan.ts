import type { Plan } from '../../plan/index.js';
import type { Loss } from '../../survival/index.js';
import { pictureOf } from './draw-picture.js';
import { type PageAssets, pageDocument } from './page.js';
import { pageDataOf } from './page-data.js';
import { svgOf } from './svg.js';

/** The page of a plan, with what is lost at first. Its picture shows everything running: the page crosses out what is lost. */
export function pageOf(plan: Plan, assets: PageAssets, losses: readonly Loss[] = []): string {
  return pageDocument({
    ...assets,
    title: plan.name,
    data: pageDataOf(plan, losses),
    svg: svgOf(pictureOf(plan), { bare: true }),
  });
}

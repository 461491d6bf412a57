import type { Plan } from '../../plan/index.js';
import type { Loss } from '../../survival/index.js';
import { pictureOf } from './draw-picture.js';
import { type PageAssets, pageDocument } from './page.js';
import { pageDataOf } from './page-data.js';
import { svgOf } from './svg.js';

/** What a page shows. */
export interface PageOptions {
  /** What is lost at first. */
  readonly losses?: readonly Loss[];
  /** Only databases of this name, or `namespace/name`. */
  readonly database?: string | undefined;
}

/** The page of a plan. Its picture shows everything running: the page itself crosses out what is lost. */
export function pageOf(plan: Plan, assets: PageAssets, { losses = [], database }: PageOptions = {}): string {
  return pageDocument({
    ...assets,
    title: plan.name,
    data: pageDataOf(plan, losses, database),
    svg: svgOf(pictureOf(plan, { database }), { bare: true }),
  });
}

import type { JsonValue } from './imports/index.js';
import { kustomization } from './output/kustomization.js';
import type { OutputFile } from './output/tree.js';
import { printYaml } from './yaml/print.js';

/** Names of the files of objects, by cluster and wave. */
export type Layout = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The kustomizations of a layout: one per wave, so that a wave can be applied alone, and one per cluster that lists its waves in order. */
export function kustomizationsOf(layout: Layout): OutputFile[] {
  const files: OutputFile[] = [];
  const add = (directory: string, resources: readonly string[], source: string): void => {
    const content = printYaml(kustomization(resources) as unknown as JsonValue);
    files.push({ path: `${directory}/kustomization.yaml`, content, source });
  };
  for (const [cluster, waves] of layout) {
    // Their names begin with their order.
    const present = [...waves.keys()].sort();
    for (const wave of present) add(`${cluster}/${wave}`, [...(waves.get(wave) ?? [])].sort(), cluster);
    add(cluster, present, cluster);
  }
  return files;
}

/** The layout of the objects at paths: `fra/70-database/mariadb.shop.orders.yaml`. */
export function layoutOf(paths: Iterable<string>): Layout {
  const layout = new Map<string, Map<string, string[]>>();
  for (const path of paths) {
    const [cluster = '', wave = '', name, ...deeper] = path.split('/');
    if (name === undefined || deeper.length > 0 || wave === 'values') continue;
    const waves = layout.get(cluster) ?? new Map<string, string[]>();
    layout.set(cluster, waves);
    const names = waves.get(wave) ?? [];
    waves.set(wave, names);
    names.push(name);
  }
  return layout;
}

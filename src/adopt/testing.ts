import { compile } from '../compile.js';
import type { ManifestInput } from '../manifests/index.js';
import type { Plan, ReadFile } from '../plan/index.js';
import { synthesize, synthesizeObjects } from '../synthesize.js';
import type { Mapping } from '../yaml/mapping.js';
import { type Adoption, adopt } from './adopt.js';
import type { AdoptOptions, MadeObject } from './model.js';

/** The objects of a plan, as the program hands them in. */
export function objectsOf(plan: Plan): MadeObject[] {
  return synthesizeObjects(plan).map(({ cluster, object }) => ({
    cluster,
    object: object as unknown as Mapping,
  }));
}

/** Adopts manifests the way the program does. */
export function adoptInputs(inputs: readonly ManifestInput[], options: AdoptOptions = {}): Adoption {
  return adopt(inputs, options, {
    compile: (text, name, readFile) => compile([{ name, content: text }], { readFile }),
    synthesize: objectsOf,
  });
}

/** Adopts the manifests of one text. */
export function adoptText(content: string, options?: AdoptOptions): Adoption {
  return adoptInputs([{ name: 'manifests.yaml', content }], options);
}

/** The files of a topology's output but for those that are no manifests nor values; undefined when it does not compile. */
export function outputOf(content: string, readFile: ReadFile = () => undefined): ManifestInput[] | undefined {
  const { plans } = compile([{ name: 'topology.yaml', content }], { readFile });
  if (plans.length === 0) return undefined;
  return synthesize(plans)
    .files.filter(({ path }) => /\.(?:ya?ml|json)$/.test(path) && !path.endsWith('kustomization.yaml'))
    .map((file) => ({ name: `dist/${file.path}`, content: file.content }));
}

/** What the comparison tells, a line each: `different MariaDB shop/orders: spec.replicas 3 -> 5`. */
export function told({ objects }: Adoption): string[] {
  return objects.flatMap(({ verdict, kind, namespace, name, differences }) => {
    const object = `${verdict} ${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
    const places = differences.map(({ path, before, after, isSame }) => {
      return `${object}: ${isSame ? '= ' : ''}${path} ${JSON.stringify(before) ?? 'nothing'} -> ${JSON.stringify(after) ?? 'nothing'}`;
    });
    return places.length > 0 ? places : [object];
  });
}

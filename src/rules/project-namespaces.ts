import type { ManifestSet } from '../manifests/index.js';

/** How the namespaces start that KubeSlice makes for projects. */
export const projectPrefix = 'kubeslice-';

/** Namespaces that start like a project's and are none. */
const others: ReadonlySet<string> = new Set([
  'kubeslice-controller',
  'kubeslice-system',
  'kubeslice-nsm-webhook-system',
]);

/** Where Clusters and slices may lie, as far as the manifests show. */
export interface ProjectNamespaces {
  /** The namespaces that the projects among the manifests make. */
  readonly made: readonly string[];
  /** What is wrong with a namespace: `none` for one of no project, `other` for one that no project here makes. */
  problemOf(namespace: string | undefined): 'none' | 'other' | undefined;
}

/** The namespaces that the Projects among the manifests make. */
export function projectNamespaces(manifests: ManifestSet): ProjectNamespaces {
  const names = manifests.of('Project', 'controller.kubeslice.io').map(({ name }) => name);
  const made = names.map((name) => projectPrefix + name);
  const known = new Set(made);
  // A project that cannot be called so is one mistake, and slice/project-name says so.
  const uncertain = names.length === 0 || names.some((name) => name.includes(projectPrefix));
  return {
    made,
    problemOf(namespace) {
      if (namespace === undefined || known.has(namespace)) return undefined;
      if (!namespace.startsWith(projectPrefix) || others.has(namespace)) return 'none';
      return uncertain ? undefined : 'other';
    },
  };
}

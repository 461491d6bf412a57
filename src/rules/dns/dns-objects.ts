import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { worksOf } from '../works.js';

/** An object that configures the DNS of a cluster, by itself or in a work. */
export interface Placed {
  readonly manifest: Manifest;
  /** What tells its cluster from others: that of its work, or the folder of its file. */
  readonly home: string;
}

/** The objects of a kind, those that works carry after those that stand by themselves. */
export function placed(manifests: ManifestSet, kind: string, group: string): readonly Placed[] {
  const own = manifests
    .of(kind, group)
    .map((manifest) => ({ manifest, home: `folder ${folderOf(manifest)}` }));
  const carried = worksOf(manifests).flatMap(({ manifest: work, cluster, objects }) =>
    objects
      .filter((object) => object.kind === kind && object.group === group)
      .map((manifest) => ({ manifest, home: `work ${cluster ?? `${work.namespace}/${work.name}`}` })),
  );
  return [...own, ...carried];
}

function folderOf({ root }: Manifest): string {
  const { name } = root.span.file;
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** A text of CoreDNS configuration in a ConfigMap. */
export interface CorednsText extends Placed {
  readonly key: string;
  readonly field: Field;
  readonly text: string;
  /** True for a file that is imported, false for the Corefile. */
  readonly imported: boolean;
}

/** What the ConfigMaps of CoreDNS say: its own, and the one that some distributions import. */
export function corednsTexts(manifests: ManifestSet): readonly CorednsText[] {
  const texts: CorednsText[] = [];
  for (const { manifest, home } of placed(manifests, 'ConfigMap', '')) {
    const { name, namespace, root } = manifest;
    if (namespace !== 'kube-system' || (name !== 'coredns' && name !== 'coredns-custom')) continue;
    for (const [key, field] of root.at('data').entries()) {
      if (field.text === undefined || (name === 'coredns' && key !== 'Corefile')) continue;
      texts.push({ manifest, home, key, field, text: field.text, imported: name === 'coredns-custom' });
    }
  }
  return texts;
}

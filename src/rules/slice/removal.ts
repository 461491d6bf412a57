import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { isReplaced } from './changed.js';

/** A slice is deleted in two steps: its namespaces leave, then the object goes. */
export const removal = defineRule({
  id: 'slice/removal',
  severity: 'error',
  changeClass: 'order',
  why: 'KubeSlice’s webhook refuses to delete a SliceConfig while a member still has namespaces or exports of it, so prune and kubectl delete fail every time',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    namespaces: (p: { slice: string; namespaces: readonly string[] }) =>
      `SliceConfig ${p.slice} goes in the commit that still has ${listed(p.namespaces)} on it`,
    exports: (p: { slice: string; exports: readonly string[] }) =>
      `SliceConfig ${p.slice} goes while ${listed(p.exports)} is exported on it`,
  },
  checkChange(change, report) {
    const exported = new Map<string, string[]>();
    for (const { manifest } of change.objectsOf('before', 'ServiceExportConfig', 'controller.kubeslice.io')) {
      const key = `${manifest.namespace ?? ''}/${manifest.root.at('spec', 'sliceName').text ?? ''}`;
      exported.set(key, [...(exported.get(key) ?? []), manifest.name]);
    }
    for (const slice of sliceChanges(change)) {
      const { object, before, goes } = slice;
      if (!goes || !before || isReplaced(change, slice)) continue;
      const namespaces = [...before.namespaces.keys()];
      const exports = exported.get(`${before.namespace}/${before.name}`) ?? [];
      if (namespaces.length === 0 && exports.length === 0) continue;
      const finding =
        namespaces.length > 0
          ? report('namespaces', { slice: before.name, namespaces })
          : report('exports', { slice: before.name, exports });
      finding
        .at(change.placeAt(object, 'slice'))
        .about(change.nameOf(object))
        .fix(
          'follow the commits of dbspan plan: replicas, namespaces, then the slice, each seen to be gone before the next',
        );
    }
  },
});

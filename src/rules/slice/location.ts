import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** The latitude and longitude of a Cluster stand together, and are degrees. In a topology the schema sees to it. */
export const location = defineRule({
  id: 'slice/location',
  severity: 'error',
  why: 'KubeSlice refuses a Cluster that has one of latitude and longitude without the other, or one that is no number of degrees',
  source: 'kubeslice/kubeslice-controller service/cluster_webhook_validation.go',
  messages: {
    half: (p: { cluster: string; given: string; missing: string }) =>
      `${p.cluster} has a ${p.given} without a ${p.missing}`,
    range: (p: { name: string; value: string; most: number }) =>
      `the ${p.name} ${p.value} is no number from -${p.most} to ${p.most}`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Cluster', controllerGroup)) {
      const place = root.at('spec', 'clusterProperty', 'geoLocation');
      const latitude = place.at('latitude');
      const longitude = place.at('longitude');
      const has = {
        latitude: latitude.given && latitude.text !== '',
        longitude: longitude.given && longitude.text !== '',
      };
      if (has.latitude !== has.longitude) {
        const given = has.latitude ? latitude : longitude;
        const [word, missing] = has.latitude ? ['latitude', 'longitude'] : ['longitude', 'latitude'];
        report('half', { cluster: name, given: word, missing })
          .at(given.span, 'alone')
          .fix(`add the ${missing}, or remove the ${word}`);
        continue;
      }
      for (const [word, field, most] of [
        ['latitude', latitude, 90],
        ['longitude', longitude, 180],
      ] as const) {
        const { text } = field;
        if (!text || isDegrees(text, most)) continue;
        report('range', { name: word, value: text, most })
          .at(field.span)
          .fix('write degrees with a decimal point, in quotes, such as "50.11"');
      }
    }
  },
});

function isDegrees(text: string, most: number): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Math.abs(Number(text)) <= most;
}

import { serverVersionOfImage } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { entriesOf } from './entries.js';
import { imageOf } from './images.js';
import { serversOf } from './operator-objects.js';

/** Versions for which the operator carries the start script of the image. */
const embedded = ['10.6', '10.11', '11.4', '11.8', '12.1', '12.2', '12.3'];

/** The operator can tell from an image which MariaDB is in it, and knows how that one starts. */
export const image = defineRule({
  id: 'mariadb-operator/image',
  severity: 'warning',
  why: 'the operator takes it for MariaDB 11.8, and prepares the first volume of a Galera cluster the way that version does',
  source: 'mariadb-operator/mariadb-operator pkg/embed/embed.go',
  messages: {
    version: (p: { image: string }) => `the tag of ${p.image} says no version`,
    none: (p: { image: string }) => `${p.image} has no tag`,
    series: (p: { series: string }) => `the operator has no start script for MariaDB ${p.series}`,
  },
  checkPlan(plan, report) {
    // An image without a version is provider/image.
    for (const { source, replication } of entriesOf(plan)) {
      const { image } = source;
      if (image === undefined || replication !== 'galera') continue;
      const series = /^\d+\.\d+/.exec(serverVersionOfImage(image).version ?? '')?.[0];
      if (series === undefined || embedded.includes(series)) continue;
      report('series', { series })
        .at(valueSpan(source, 'image'))
        .fix(`use one of ${listed(embedded)}`);
    }
  },
  checkManifests(manifests, report) {
    for (const { spec, galera } of serversOf(manifests)) {
      const image = imageOf(spec);
      if (!image) continue;
      const field = spec.at('image');
      const { tag, digest, version } = image;
      if (tag === undefined) {
        report('none', { image: field.text ?? '' })
          .at(field.span)
          .fix(
            digest ? 'write the tag before the digest: mariadb:11.8.8@sha256:…' : 'add a tag such as 11.8.8',
          );
      } else if (!version) {
        report('version', { image: field.text ?? '' })
          .at(field.span)
          .fix('use a tag that begins with the version, such as 11.8.8');
      } else if (galera && !embedded.includes(`${version.major}.${version.minor}`)) {
        report('series', { series: `${version.major}.${version.minor}` })
          .at(field.span)
          .fix(`use one of ${listed(embedded)}`);
      }
    }
  },
});

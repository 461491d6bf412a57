import { fieldAt, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** The cluster that takes the writes of a database that spans several. */
export const primaryMoved = defineRule({
  id: 'mariadb-operator/primary-moved',
  severity: 'warning',
  changeClass: 'order',
  why: 'nothing makes the two clusters change together: what the old primary takes after the new one is one is lost, and no load balancer follows by itself',
  source: 'mariadb-operator/mariadb-operator docs/multi-cluster.md',
  messages: {
    moves: (p: { database: string; from: string; to: string }) =>
      `the primary of ${p.database} moves from ${p.from} to ${p.to}`,
    reordered: (p: { database: string; from: string; to: string }) =>
      `the first member of ${p.database} was ${p.from} and would be ${p.to}: the one that was made without a backup of another`,
  },
  checkChange(change, report) {
    const told = new Set<string>();
    for (const object of changedObjects(change, 'MariaDB')) {
      const field = fieldAt(object, 'spec', 'multiCluster', 'primary');
      const source = object.after.file.source;
      if (!field || field.before === undefined || field.after === undefined || told.has(source)) continue;
      told.add(source);
      report('moves', {
        database: nameIn(source),
        from: valueText(field.before),
        to: valueText(field.after),
      })
        .at(change.placeAt(object, '.mariadbOperator.multiCluster.primary'))
        .about(change.nameOf(object, field))
        .fix(
          'dbspan plan says the commits: the old primary takes no more writes, the new one has everything, then both change, and clients follow',
        );
    }
    for (const object of changedObjects(change, 'MariaDB')) {
      const first = ({ manifest }: typeof object.before) =>
        manifest.root.at('spec', 'multiCluster', 'members').items()[0]?.at('name').text;
      const [from, to] = [first(object.before), first(object.after)];
      const source = `first ${object.after.file.source}`;
      if (from === undefined || to === undefined || from === to || told.has(source)) continue;
      told.add(source);
      const isLeft = object.after.manifest.root
        .at('spec', 'multiCluster', 'members')
        .items()
        .some((member) => member.at('name').text === from);
      if (!isLeft) continue;
      report('reordered', { database: nameIn(object.after.file.source), from, to })
        .at(change.placeAt(object, '.mariadbOperator.multiCluster.members'))
        .about(change.nameOf(object))
        .fix(
          'leave the members in their order; only a cluster that begins anew from a backup goes to the end',
        );
    }
  },
});

/** The name of the entry of the topology. */
function nameIn(source: string): string {
  return /\[([^\]]*)\]/.exec(source)?.[1] ?? source;
}

import { defineRule } from '../rule.js';

/** Ports on which MariaDB and Postgres listen. */
const databasePorts: ReadonlySet<number> = new Set([3306, 5432]);

/** A ServiceExport says what KubeSlice acts on: labels to match, and of a database no HTTP. */
export const serviceExportHandling = defineRule({
  id: 'slice/service-export-handling',
  severity: 'warning',
  why: 'KubeSlice reads the labels of the selector and nothing else of it, and takes a port for HTTP by its name',
  source: 'kubeslice/worker-operator api/v1beta1/serviceexport_types.go, controllers/serviceexport/utils.go',
  messages: {
    expressions: (p: { name: string }) =>
      `the ServiceExport ${p.name} has matchExpressions, which KubeSlice does not read`,
    http: (p: { name: string; port: string; number: number }) =>
      `the port ${p.port} of the ServiceExport ${p.name} counts as HTTP, and ${p.number} is a database’s`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('ServiceExport', 'networking.kubeslice.io')) {
      const spec = root.at('spec');
      const expressions = spec.at('selector', 'matchExpressions');
      if (expressions.items().length > 0)
        report('expressions', { name })
          .at(expressions.keySpan)
          .fix('write matchLabels that select the same pods');
      const ports = spec.at('ports').items();
      const [port] = ports;
      const number = port?.at('containerPort').number;
      const title = port?.at('name');
      if (ports.length !== 1 || number === undefined || !databasePorts.has(number)) continue;
      if (!title?.text?.startsWith('http')) continue;
      report('http', { name, port: title.text, number }).at(title.span).fix('write tcp');
    }
  },
});

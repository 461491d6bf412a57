// node plain-cdk8s.mjs OBJECTS.json OUT MODE: the same objects written by cdk8s' own App.synth, in one of three ways:
//   clusters  an App per cluster, one file each
//   one       one App, a chart and a file per cluster
//   objects   an App per cluster, a file per object
import { readFileSync } from 'node:fs';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';

const [path, out, mode] = process.argv.slice(2);
const byCluster = JSON.parse(readFileSync(path, 'utf8'));
const yamlOutputType =
  mode === 'objects' ? YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE : YamlOutputType.FILE_PER_CHART;
const common = mode === 'one' ? new App({ outdir: out, yamlOutputType }) : undefined;
for (const [cluster, objects] of Object.entries(byCluster)) {
  const app = common ?? new App({ outdir: `${out}/${cluster}`, yamlOutputType });
  const chart = new Chart(app, cluster);
  for (const [index, object] of objects.entries()) new ApiObject(chart, `${index}`, object);
  if (!common) app.synth();
}
common?.synth();

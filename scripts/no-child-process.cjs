// Stands in for node:child_process in the bundle. cdk8s loads it for Helm charts and for reading YAML from URLs, which dbspan
// never does; loading it costs as much as reading a topology.
const unused = () => {
  throw new Error('dbspan starts no other program');
};

module.exports = { execFileSync: unused, spawnSync: unused };

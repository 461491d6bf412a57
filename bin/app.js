// The app of cdk8s.yaml.
require('./load.js').load().program.app();

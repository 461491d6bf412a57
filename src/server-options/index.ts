export {
  type ConfigContent,
  type ConfigOption,
  type ConfigPart,
  hidden,
  type PlaceOf,
  readMariadbFile,
  readPostgresFile,
  shownValue,
  standsAsIs,
  type UnreadableLine,
} from './file.js';
export { characterSetRefusal } from './mariadb-charsets.js';
export {
  addsUp,
  mariadbName,
  type OptionName,
  ofPlugin,
  type Standing,
  settingOf,
  standingOf,
  substituteFor,
} from './mariadb-names.js';
export { mariadbNumber, mariadbVerdict, type Verdict } from './mariadb-value.js';
export {
  mariadbDefault,
  mariadbOption,
  mariadbOptions,
  postgresDefault,
  postgresSetting,
  postgresSettings,
  providerDefault,
  type ServerOption,
  seriesOf,
} from './option.js';
export { mariadbPlainSize, type PlainSize, postgresPlainSize } from './plain-size.js';
export { postgresStanding, postgresSubstitute } from './postgres-names.js';
export { postgresNumber, postgresRefusal } from './postgres-value.js';
export {
  type ProviderOption,
  type ProviderPart,
  periodSeconds,
  providerInteger,
  providerOptions,
  providerParts,
  providerRefusal,
} from './provider-options.js';
export { type Misordered, misordered, type ProviderString, providerStrings } from './provider-string.js';
export type { Engine, ServerConfig, ServerFile, ServerProvider, Surroundings } from './server-config.js';

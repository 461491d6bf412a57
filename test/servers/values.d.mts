interface Setting {
  readonly option: string;
  readonly value: string | number | boolean;
}
interface ShownSetting {
  readonly name: string;
  readonly setting: string;
  readonly unit: string | null;
  readonly source: string;
}
export function mariadbValue(value: string | number | boolean): string | number;
export function providerOptions(text: string): Map<string, string>;
export function mariadbDifferences(
  settings: readonly Setting[],
  variables: ReadonlyMap<string, string>,
  elsewhere?: ReadonlySet<string>,
): string[];
export function postgresValue(value: string | number | boolean, unit: string | undefined): string | number;
export function postgresDifferences(
  settings: readonly Setting[],
  shown: readonly ShownSetting[],
  elsewhere?: ReadonlySet<string>,
): string[];

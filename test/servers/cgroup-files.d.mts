export interface GroupMemory {
  readonly anonymous: number;
  readonly shared: number;
  readonly kernel: number;
  readonly usage: number;
  readonly hard: number;
}
export function countersIn(text: string): Record<string, number>;
export function memoryOfVersion1(files: { stat: string; kernel: string; usage: string }): GroupMemory;
export function memoryOfVersion2(files: { stat: string; usage: string }): GroupMemory;
export function killsIn(text: string): number;
export function memoryMounts(mountinfo: string): { version: 1 | 2; path: string }[];
export function ownGroup(text: string, version: 1 | 2): string | undefined;

// Numbers with their units in the type. Arithmetic yields plain numbers, which are given a unit again by name.

declare const unit: unique symbol;
type In<Unit extends string> = number & { readonly [unit]: Unit };

/** 2^20 bytes. Fractions are allowed; what is written into a file is rounded down. */
export type Mebibytes = In<'MiB'>;
/** What is written, sent or copied each second, in bytes. */
export type BytesPerSecond = In<'B/s'>;
/** What a link carries, in bits, decimal. */
export type BitsPerSecond = In<'bit/s'>;
export type Seconds = In<'s'>;
export type Milliseconds = In<'ms'>;
/** Processor cores, fractions allowed. */
export type Cores = In<'cores'>;

export const mebibytes = (value: number): Mebibytes => value as Mebibytes;
export const bytesPerSecond = (value: number): BytesPerSecond => value as BytesPerSecond;
export const bitsPerSecond = (value: number): BitsPerSecond => value as BitsPerSecond;
export const seconds = (value: number): Seconds => value as Seconds;
export const milliseconds = (value: number): Milliseconds => value as Milliseconds;
export const cores = (value: number): Cores => value as Cores;

const mebibyte = 2 ** 20;

/** Bytes as mebibytes. */
export function fromBytes(bytes: number): Mebibytes {
  return mebibytes(bytes / mebibyte);
}

/** Whole bytes of mebibytes. */
export function toBytes(size: Mebibytes): number {
  return Math.round(size * mebibyte);
}

/** As people say it: `512Mi`, `1.5Gi`, `2Ti`, `11111Mi`. Whole mebibytes are exact; fractions are rounded to tenths. */
export function sizeText(size: Mebibytes): string {
  for (const [factor, name] of [
    [1024 * 1024, 'Ti'],
    [1024, 'Gi'],
  ] as const) {
    const value = size / factor;
    if (value >= 1 && Number.isInteger(value * 4)) return `${value}${name}`;
    if (value >= 10 && !Number.isInteger(size)) return `${Math.round(value * 10) / 10}${name}`;
  }
  return `${Math.round(size * 10) / 10}Mi`;
}

/** The same in round numbers, for what is computed: `5.8Gi`, `1.7Ti`. */
export function roughSizeText(size: Mebibytes): string {
  for (const [factor, name] of [
    [1024 * 1024, 'Ti'],
    [1024, 'Gi'],
  ] as const) {
    if (size >= factor) return `${Math.round((size / factor) * 10) / 10}${name}`;
  }
  return `${Math.round(size)}Mi`;
}

/** A share such as 0.553 as people say it: `55 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Bits per second as people say them: `40Mbps`, `1.5Gbps`, `512kbps`. Rounded up, so that what is asked for is enough. */
export function bandwidthText(bandwidth: BitsPerSecond): string {
  const kilobits = Math.ceil(bandwidth / 1000 - rounding);
  if (kilobits < 1000) return `${kilobits}kbps`;
  const megabits = Math.ceil(bandwidth / 1e6 - rounding);
  if (megabits >= 10_000) return `${Math.ceil(bandwidth / 1e8 - rounding) / 10}Gbps`;
  return `${megabits < 10 ? Math.ceil(bandwidth / 1e5 - rounding) / 10 : megabits}Mbps`;
}

/** Bytes per second as the language has them: `4Mi`, `2.5Mi`, `300Ki`. Rounded down, so that what is allowed is not too much. */
export function rateText(rate: BytesPerSecond): string {
  const size = rate / mebibyte;
  if (size >= 1) return `${Math.floor(size * 10 + rounding) / 10}Mi`;
  return `${Math.floor(size * 1024 + rounding)}Ki`;
}

/** What binary fractions lose. */
const rounding = 1e-9;

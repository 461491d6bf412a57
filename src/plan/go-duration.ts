/** Seconds as Go writes a duration, in the largest unit that leaves a whole number. */
export function goDuration(time: number): string {
  const whole = Math.max(1, Math.ceil(time));
  if (whole % 3600 === 0) return `${whole / 3600}h`;
  return whole % 60 === 0 ? `${whole / 60}m` : `${whole}s`;
}

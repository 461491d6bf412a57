const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds as people say them: `42 s`, `14 min`, `2 h 5 min`, `43 h`, `3 days`. */
export function durationText(seconds: number): string {
  if (seconds < 1) return 'less than 1 s';
  if (Math.round(seconds) < 100) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / minute);
  if (minutes < 100) return `${minutes} min`;
  if (minutes < 600)
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const hours = Math.round(seconds / hour);
  return hours < 48 ? `${hours} h` : `${Math.round(seconds / day)} days`;
}

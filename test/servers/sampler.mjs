// The most that a group held at one moment.

const period = 50;

/** Looks at a group every 50 ms until it is stopped. */
export function startSampler(group) {
  let peak = group.read();
  const look = () => {
    try {
      const now = group.read();
      if (now.hard > peak.hard) peak = now;
    } catch {}
  };
  const timer = setInterval(look, period);
  timer.unref();
  return {
    /** The moment with the most memory that cannot be taken back. */
    peak: () => {
      look();
      return peak;
    },
    /** Forgets what was. */
    reset: () => {
      peak = group.read();
    },
    stop: () => clearInterval(timer),
  };
}

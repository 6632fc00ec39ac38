/** A bucket holds so many seconds' worth of its rate, unless it is made otherwise. */
const BURST_SECONDS = 2;
/** The part of a burst below which a sender is told how much is left. */
const LOW_PART = 0.2;

/** Tokens flow in at a rate, up to a burst; each request takes one. */
export class TokenBucket {
  private tokens: number;
  private at: number;

  constructor(
    perSecond: number,
    private readonly burstSeconds = BURST_SECONDS,
    now = performance.now(),
  ) {
    this.tokens = perSecond * burstSeconds;
    this.at = now;
  }

  /** @returns whether there was one */
  take(perSecond: number, now = performance.now()): boolean {
    if (!this.hasToken(perSecond, now)) return false;
    this.tokens -= 1;
    return true;
  }

  hasToken(perSecond: number, now = performance.now()): boolean {
    // Requests that waited for something come with an earlier time than those that overtook them.
    if (now > this.at) {
      const flowed = ((now - this.at) / 1000) * perSecond;
      this.tokens = Math.min(perSecond * this.burstSeconds, this.tokens + flowed);
      this.at = now;
    }
    return this.tokens >= 1;
  }

  isLow(perSecond: number): boolean {
    return this.tokens < perSecond * this.burstSeconds * LOW_PART;
  }

  /** Seconds until there is a token again. */
  waitSeconds(perSecond: number): number {
    return Math.max(0, (1 - this.tokens) / perSecond);
  }

  /**
   * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-11): so many requests in so many seconds,
   * so many left, so long until there are more.
   */
  headers(policy: string, perSecond: number): Record<string, string> {
    const quota = perSecond * this.burstSeconds;
    const left = Math.floor(this.tokens);
    const seconds = left === 0 ? this.waitSeconds(perSecond) : (quota - this.tokens) / perSecond;
    return {
      'ratelimit-policy': `"${policy}";q=${quota};w=${this.burstSeconds}`,
      ratelimit: `"${policy}";r=${left};t=${Math.max(1, Math.ceil(seconds))}`,
    };
  }
}

/** Buckets by name, a bounded number: of too many the oldest goes, and begins anew when it comes back. */
export class TokenBuckets {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly sizeMax: number,
    private readonly burstSeconds = BURST_SECONDS,
  ) {}

  known(name: string): TokenBucket | undefined {
    return this.buckets.get(name);
  }

  of(name: string, perSecond: number): TokenBucket {
    const known = this.buckets.get(name);
    if (known) return known;
    if (this.buckets.size >= this.sizeMax) this.buckets.delete(this.buckets.keys().next().value ?? '');
    const made = new TokenBucket(perSecond, this.burstSeconds);
    this.buckets.set(name, made);
    return made;
  }
}

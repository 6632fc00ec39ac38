import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

const rulesOf = (policy: string) =>
  new Map(policy.split('; ').map((rule): [string, string] => [rule.split(' ')[0] ?? '', rule]));

describe('the content security policy', () => {
  it('lets no script run without the nonce, and nothing leave the instance', () => {
    const policy = contentSecurityPolicy('abc', false);
    const rules = rulesOf(policy);
    expect(rules.get('script-src')).toContain("'nonce-abc'");
    expect(rules.get('script-src')).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(rules.get('style-src')).not.toContain('unsafe-inline');
    expect(rules.get('frame-ancestors')).toContain("'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

import { describe, expect, it } from 'vitest';
import { isInNetwork } from './networks.ts';

describe('an address in a network', () => {
  it.each([
    ['10.1.2.3', '10.0.0.0/8', true],
    ['11.1.2.3', '10.0.0.0/8', false],
    ['192.168.4.9', '192.168.4.8/29', true],
    ['192.168.4.16', '192.168.4.8/29', false],
    ['1.2.3.4', '0.0.0.0/0', true],
    ['1.2.3.4', '1.2.3.4/32', true],
    ['1.2.3.4', '1.2.3.4/33', false],
    ['1.2.3.400', '0.0.0.0/0', false],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8/128', true],
    ['1:2:3', '::/0', false],
    ['1.2.3.4', '::/0', false],
    ['host.example', '0.0.0.0/0', false],
  ])('%s in %s: %s', (address, network, isIn) => {
    expect(isInNetwork(address, network)).toBe(isIn);
  });
});

package org.glasnost.reading;

import java.util.List;

/**
 * Choices taken from bytes, one after the other; when the bytes are used up, always the first. So
 * whatever finds good bytes (chance, or what watches which branches ran) finds good inputs.
 */
public final class Choices {
  private final byte[] bytes;
  private int next;

  /**
   * @param bytes what decides; not copied
   */
  public Choices(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether every further choice is the first. */
  public boolean areUsedUp() {
    return next >= bytes.length;
  }

  /** A number from 0, below the limit. */
  public int below(int limit) {
    int value = octet();
    if (limit > 256) {
      value = value << 8 | octet();
    }
    return value % limit;
  }

  /** True once in so many times. */
  public boolean onceIn(int times) {
    return below(times) == times - 1;
  }

  /** One of them. */
  public <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  private int octet() {
    return areUsedUp() ? 0 : bytes[next++] & 0xff;
  }
}

package org.glasnost.web.page;

import java.util.List;

/**
 * One sheet of a text: as many portions as a page shows at once. A record may have 20,000, and a
 * page with all of them could not be worked on.
 *
 * @param number from 1
 * @param size portions on a full sheet
 * @param portions in the whole text
 */
public record Sheet(int number, int size, int portions) {
  /** Portions on a sheet of a form, where each bears its fields. */
  public static final int OF_A_FORM = 100;

  /** Portions on a sheet that is only read. */
  public static final int TO_READ = 500;

  /** A number beyond the last sheet is the last, one before the first the first. */
  public Sheet {
    number = Math.max(1, Math.min(number, last(size, portions)));
  }

  /** The sheet on which a portion stands. */
  public static Sheet holding(int index, int size, int portions) {
    return new Sheet(index / size + 1, size, portions);
  }

  /** How many sheets the text has; an empty one has one. */
  public int of() {
    return last(size, portions);
  }

  /** Index of the first portion on it, from 0. */
  public int from() {
    return (number - 1) * size;
  }

  /** Index after its last portion. */
  public int to() {
    return Math.min(portions, from() + size);
  }

  /** Whether the whole text stands on it. */
  public boolean whole() {
    return of() == 1;
  }

  /** What stands on it of a list that has one entry for each portion. */
  public <T> List<T> of(List<T> all) {
    return List.copyOf(all.subList(from(), to()));
  }

  /** Whether a portion stands on it. */
  public boolean holds(int index) {
    return from() <= index && index < to();
  }

  /** The one before; the first where there is none. */
  public Sheet before() {
    return new Sheet(number - 1, size, portions);
  }

  /** The one after; the last where there is none. */
  public Sheet after() {
    return new Sheet(number + 1, size, portions);
  }

  /** Which portions stand on it, such as {@code p101 to p200}. */
  public String words() {
    return "p" + (from() + 1) + " to p" + to();
  }

  private static int last(int size, int portions) {
    return Math.max(1, (portions + size - 1) / size);
  }
}

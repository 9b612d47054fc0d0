package org.glasnost.reading;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few words in the order in which they came, each once. A marking has none of most kinds of words
 * and one or two of the others, so an empty set holds nothing; a large one is searched by hash.
 */
final class WordSet extends AbstractSet<String> {
  private static final int FEW = 8;

  private static final String[] NONE = {};

  private String[] words = NONE;
  private int size;
  private @Nullable Set<String> many;

  @Override
  public boolean add(String word) {
    if (contains(word)) {
      return false;
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, size == 0 ? 2 : 2 * size);
    }
    words[size++] = word;
    if (many != null) {
      many.add(word);
    } else if (size > FEW) {
      many = new HashSet<>(Arrays.asList(words).subList(0, size));
    }
    return true;
  }

  @Override
  public boolean contains(Object word) {
    return many != null ? many.contains(word) : indexOf(word) >= 0;
  }

  @Override
  public boolean remove(Object word) {
    int at = indexOf(word);
    if (at < 0) {
      return false;
    }
    System.arraycopy(words, at + 1, words, at, size - at - 1);
    size--;
    if (many != null) {
      many.remove(word);
    }
    return true;
  }

  private int indexOf(Object word) {
    for (int i = 0; i < size; i++) {
      if (words[i].equals(word)) {
        return i;
      }
    }
    return -1;
  }

  /** The words now in the set. */
  List<String> list() {
    return size == 0 ? List.of() : List.of(Arrays.copyOf(words, size));
  }

  @Override
  public Iterator<String> iterator() {
    return list().iterator();
  }

  @Override
  public int size() {
    return size;
  }
}

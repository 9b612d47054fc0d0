package org.glasnost.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** In which of our forms a caller likes an answer best that is written by hand. */
final class Accepted {
  private Accepted() {}

  /**
   * The form that the caller likes best; the first of ours where all are the same to it.
   *
   * @param accept the header, as it came
   * @param ours what there is
   * @param type of each
   * @throws HttpMediaTypeNotAcceptableException where the caller takes none of them
   */
  static <T> T best(String accept, List<T> ours, Function<T, MediaType> type)
      throws HttpMediaTypeNotAcceptableException {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(asked -> asked.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(asked -> ours.stream().filter(one -> asked.includes(type.apply(one))))
          .findFirst()
          .orElseThrow(
              () -> new HttpMediaTypeNotAcceptableException(ours.stream().map(type).toList()));
    } catch (InvalidMediaTypeException e) {
      throw new HttpMediaTypeNotAcceptableException("Accept: " + e.getMessage());
    }
  }
}

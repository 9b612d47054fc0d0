package org.glasnost.web;

import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Paths and parameters are read as strictly as bodies: dates in ISO form, ids in lower case. */
@ControllerAdvice
public class StrictParameters implements WebMvcConfigurer {

  /** For Spring. */
  public StrictParameters() {}

  @Override
  public void addFormatters(FormatterRegistry registry) {
    DateTimeFormatterRegistrar iso = new DateTimeFormatterRegistrar();
    iso.setUseIsoFormat(true);
    iso.registerFormatters(registry);
    registry.addConverter(String.class, LocalDate.class, text -> read(text, IsoTimes::day));
    registry.addConverter(String.class, Instant.class, text -> read(text, IsoTimes::instant));
  }

  /** A parameter without a value is one that is absent. */
  private static <T> @Nullable T read(String text, Function<String, T> reading) {
    return text.isBlank() ? null : reading.apply(text);
  }

  /** An editor, not a converter: where a converter refuses, Spring asks its own lenient editor. */
  @InitBinder
  void ids(WebDataBinder binder) {
    binder.registerCustomEditor(UUID.class, new Ids());
  }

  private static final class Ids extends PropertyEditorSupport {
    @Override
    public void setAsText(String text) {
      if (!StrictJson.ID.matcher(text).matches()) {
        throw new IllegalArgumentException("not an id");
      }
      setValue(UUID.fromString(text));
    }
  }
}

package org.glasnost.web;

import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.glasnost.contract.IsoTimes;
import org.glasnost.contract.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
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
    registry.addConverter(new Times(LocalDate.class, IsoTimes::day));
    registry.addConverter(new Times(Instant.class, IsoTimes::instant));
  }

  /** Reads one kind of time; a parameter without a value is one that is absent. */
  private record Times(Class<?> kind, Function<String, ?> reading) implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(String.class, kind));
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
      String text = source instanceof String said ? said : "";
      return text.isBlank() ? null : reading.apply(text);
    }
  }

  /** An editor, not a converter: where a converter refuses, Spring asks its own lenient editor. */
  @InitBinder
  void ids(WebDataBinder binder) {
    binder.registerCustomEditor(UUID.class, new Ids());
    // Forms are records: what their constructors do not ask for is not looked at.
    binder.setDeclarativeBinding(true);
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

package org.glasnost.web;

import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Paths and parameters are read as strictly as bodies: dates in ISO form, ids in lower case. */
@Configuration(proxyBeanMethods = false)
public class StrictParameters implements WebMvcConfigurer {

  /** For Spring. */
  public StrictParameters() {}

  @Override
  public void addFormatters(FormatterRegistry registry) {
    DateTimeFormatterRegistrar iso = new DateTimeFormatterRegistrar();
    iso.setUseIsoFormat(true);
    iso.registerFormatters(registry);
    registry.addConverter(new Ids());
  }

  private static final class Ids implements Converter<String, UUID> {
    @Override
    public UUID convert(String text) {
      if (!StrictJson.ID.matcher(text).matches()) {
        throw new IllegalArgumentException("not an id");
      }
      return UUID.fromString(text);
    }
  }
}

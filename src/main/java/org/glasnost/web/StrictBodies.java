package org.glasnost.web;

import org.glasnost.contract.StrictJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of HTTP are read as strictly as the contract says. */
@Component
class StrictBodies implements JsonMapperBuilderCustomizer {

  /** For Spring. */
  StrictBodies() {}

  @Override
  public void customize(JsonMapper.Builder builder) {
    StrictJson.applyTo(builder);
  }
}

package org.glasnost.setup;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; the operations are read from the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
  private static final String BASIC = "basic";

  OpenApiDescription() {}

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Glasnost")
                .version("0.1.0")
                .description(
                    "Classification markings and declassification. Refusals are"
                        + " application/problem+json with findings (RFC 9457)."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC)))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }
}

package org.glasnost.web.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The OpenAPI document: its head here, its operations as the controllers have them, and what those
 * cannot say added by {@link Operations} and {@link Members}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";

  ApiDescription() {}

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Glasnost")
                .version("0.1.0")
                .description(
                    "Classification markings and declassification. Refusals are"
                        + " application/problem+json with findings (RFC 9457). A list is read on"
                        + " with the cursor that it gives as 'next'."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BASIC)
                        .description("User name and password, with each call."))
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BEARER)
                        .description(
                            "A token, where the installation has an issuer of them; elsewhere the"
                                + " answer is 401.")))
        .addSecurityItem(new SecurityRequirement().addList(BASIC))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  OpenApiCustomizer described(Operations operations) {
    return document -> {
      operations.describe(document);
      Members.describe(document);
    };
  }
}

/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own group in SteVe's API pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.springdoc.core.models.GroupedOpenApi")
public class OpenApiConfiguration {

    private static final String SCHEME = "basicAuth";

    @Bean
    GroupedOpenApi loadManagementApi() {
        return GroupedOpenApi.builder()
                .group("loadmanagement")
                .displayName("Load management")
                .packagesToScan(Api.class.getPackageName())
                .pathsToMatch(Api.MACHINES + "/**")
                .addOpenApiCustomizer(api -> {
                    Components components = api.getComponents() == null ? new Components() : api.getComponents();
                    components.addSecuritySchemes(
                            SCHEME,
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
                    api.components(components)
                            .addSecurityItem(new SecurityRequirement().addList(SCHEME))
                            .info(new Info()
                                    .title("SteVe Load Management")
                                    .description("Currents in mA per phase, power in W, times in UTC (ISO 8601). Errors"
                                            + " are problem details (RFC 9457). Who lacks SteVe's authority ADMIN may"
                                            + " only read.")
                                    .version("1")
                                    .license(new License().name("GPL-3.0-or-later")));
                })
                .build();
    }
}

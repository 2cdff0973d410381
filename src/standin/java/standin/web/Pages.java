/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

/** The pages around the plugin's own: sign in, home, static files. */
@Controller
@Configuration
class Pages implements WebMvcConfigurer {

    @Bean
    InternalResourceViewResolver jspViews() {
        return new InternalResourceViewResolver("/WEB-INF/views/", ".jsp");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/META-INF/resources/static/", "/static/");
    }

    @GetMapping("/")
    String root() {
        return "redirect:/manager/home";
    }

    @GetMapping("/manager/signin")
    String signIn() {
        return "signin";
    }

    @GetMapping("/manager/home")
    String home() {
        return "home";
    }
}

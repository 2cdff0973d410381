/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who may do what. SteVe lets only ADMIN into its manager; our pages take any user of SteVe, who may then only look. SteVe's
 * login, its session and its CSRF token stay what they are.
 */
@Configuration(proxyBeanMethods = false)
public class WebSecurity implements WebMvcConfigurer {

    private static final String OURS = "/manager/loadmanagement";

    @Bean
    @Order(0)
    SecurityFilterChain loadManagementPages(HttpSecurity http) {
        return http.securityMatcher(OURS, OURS + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, OURS, OURS + "/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.HEAD, OURS + "/**")
                        .authenticated()
                        .anyRequest()
                        .hasAuthority(LookOnly.MAY_CHANGE))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/manager/signin")))
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LookOnly()).addPathPatterns(Api.PAGE + "/**", Api.MACHINES + "/**");
    }

    /** An ETag on whatever is read, but for the stream: that never ends. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> loadManagementEtags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter() {
                    @Override
                    protected boolean shouldNotFilter(jakarta.servlet.http.HttpServletRequest request) {
                        return request.getRequestURI().endsWith("/stream");
                    }
                });
        registration.addUrlPatterns(Api.PAGE + "/*", Api.MACHINES + "/*");
        return registration;
    }
}

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
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import standin.StandIn;

/** As in SteVe: manager pages for ADMIN behind a login form with CSRF, the API behind basic auth, the rest is closed. */
@Configuration
@EnableWebSecurity
class Security {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService users(StandIn.Options options, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(
                User.withUsername(options.user())
                        .password(encoder.encode(options.password()))
                        .authorities("ADMIN")
                        .build(),
                User.withUsername(StandIn.LOOKER)
                        .password(encoder.encode(options.password()))
                        .authorities("USER")
                        .build());
    }

    @Bean
    SecurityFilterChain manager(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/static/**", "/services/**", "/websocket/**", "/WEB-INF/views/**")
                        .permitAll()
                        .requestMatchers("/manager/**")
                        .hasAuthority("ADMIN")
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/services/**"))
                .formLogin(form -> form.loginPage("/manager/signin").permitAll().defaultSuccessUrl("/manager/home"))
                .logout(logout -> logout.logoutUrl("/manager/signout"))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, exception) -> response.setStatus(HttpStatus.UNAUTHORIZED.value())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/manager/signin")))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}

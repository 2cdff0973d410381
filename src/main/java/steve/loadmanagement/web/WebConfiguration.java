/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.MeterTest;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.SiteEditor.KnownStations;

/** The controllers. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

    @Bean
    PageController loadManagementPage(Environment environment) {
        return new PageController(environment);
    }

    @Bean
    StateController loadManagementState(ControlLoop loop, SiteEditor sites) {
        return new StateController(loop, sites);
    }

    @Bean
    SiteController loadManagementSite(ControlLoop loop, SiteEditor sites, KnownStations stations) {
        return new SiteController(loop, sites, stations);
    }

    @Bean
    PriorityController loadManagementPriorityEditor(ControlLoop loop, PriorityStore priorities, Clock clock) {
        return new PriorityController(loop, priorities, clock);
    }

    @Bean
    MeterController loadManagementMeterEditor(
            ControlLoop loop, SiteEditor sites, DynamicStore store, MeterTest test, RegisterMapTitles registerMaps) {
        return new MeterController(new Guard(loop, sites), store, test, registerMaps.titles());
    }

    @Bean
    LimitController loadManagementLimitEditor(ControlLoop loop, SiteEditor sites, DynamicStore store, Clock clock) {
        return new LimitController(new Guard(loop, sites), store, clock);
    }

    @Bean
    GridController loadManagementGridEditor(ControlLoop loop, SiteEditor sites, DynamicStore store, Clock clock) {
        return new GridController(new Guard(loop, sites), store, clock);
    }

    @Bean
    PushController loadManagementPush(ControlLoop loop, DynamicStore store, Clock clock) {
        return new PushController(loop, store, clock);
    }

    /** A door of its own for meters that push: open to all, for the token is asked behind it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain loadManagementPushDoor(HttpSecurity http) {
        return http.securityMatcher(PushController.PATH)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Problems loadManagementProblems() {
        return new Problems();
    }
}

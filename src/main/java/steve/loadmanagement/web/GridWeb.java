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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.MeterTest;
import steve.loadmanagement.control.SiteEditor;

/** The controllers of dynamic load management, and the door for meters that push. */
@Configuration(proxyBeanMethods = false)
public class GridWeb {

    @Bean
    MeterController loadManagementMeterEditor(
            FrontDesk desk, SiteEditor sites, DynamicStore store, MeterTest test, RegisterMapTitles registerMaps) {
        return new MeterController(new Guard(desk.loop(), sites), desk, store, test, registerMaps.titles());
    }

    @Bean
    LimitController loadManagementLimitEditor(FrontDesk desk, SiteEditor sites, DynamicStore store) {
        return new LimitController(new Guard(desk.loop(), sites), desk, store);
    }

    @Bean
    PeakController loadManagementPeakEditor(FrontDesk desk, SiteEditor sites, DynamicStore store) {
        return new PeakController(new Guard(desk.loop(), sites), desk, store);
    }

    @Bean
    DimmingController loadManagementDimmingEditor(FrontDesk desk, SiteEditor sites, DynamicStore store) {
        return new DimmingController(new Guard(desk.loop(), sites), desk, store);
    }

    @Bean
    GridSettingsController loadManagementGridSettings(FrontDesk desk, SiteEditor sites, DynamicStore store) {
        return new GridSettingsController(new Guard(desk.loop(), sites), store);
    }

    @Bean
    SignalLineController loadManagementSignalLineEditor(FrontDesk desk, SiteEditor sites, DynamicStore store) {
        return new SignalLineController(new Guard(desk.loop(), sites), desk, store);
    }

    @Bean
    PushController loadManagementPush(ControlLoop loop, DynamicStore store, Clock clock) {
        return new PushController(loop, store, clock);
    }

    /** Open to all, for the token is asked behind it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain loadManagementPushDoor(HttpSecurity http) {
        return http.securityMatcher(PushController.PATH)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}

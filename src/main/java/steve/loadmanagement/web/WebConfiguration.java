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
import org.springframework.core.env.Environment;
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.ConfigurationDesk;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.SiteEditor.KnownStations;
import steve.loadmanagement.control.StationDesk;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.control.Vehicles;

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
    StationController loadManagementStationPages(Stations stations, StationDesk desk, ConfigurationDesk configuration) {
        return new StationController(stations, desk, configuration);
    }

    @Bean
    CommissioningController loadManagementCommissioningPages(CommissioningDesk desk) {
        return new CommissioningController(desk);
    }

    @Bean
    VehicleController loadManagementVehiclePages(Vehicles vehicles, ControlLoop loop) {
        return new VehicleController(vehicles, loop);
    }

    @Bean
    Problems loadManagementProblems() {
        return new Problems();
    }
}

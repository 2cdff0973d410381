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
import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.ConfigurationDesk;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.PauseStore;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.SiteEditor.KnownStations;
import steve.loadmanagement.control.StationDesk;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.control.Vehicles;
import steve.loadmanagement.history.AuditLog;
import steve.loadmanagement.history.DecisionStore;
import steve.loadmanagement.history.EventLog;
import steve.loadmanagement.history.HistoryStore;
import steve.loadmanagement.history.SetpointHistory;

/** The controllers. */
@Configuration(proxyBeanMethods = false)
@Import({WebSecurity.class, OpenApiConfiguration.class, GridWeb.class})
public class WebConfiguration {

    /** An older reading than this is none. */
    public record ReadingAge(Duration most) {}

    @Bean
    FrontDesk loadManagementFrontDesk(ControlLoop loop, AuditLog audits, Clock clock) {
        return new FrontDesk(loop, audits, clock);
    }

    @Bean
    States loadManagementStates(FrontDesk desk, SiteEditor sites, PauseStore pauses, ReadingAge age) {
        return new States(desk, sites, pauses, age.most());
    }

    @Bean(destroyMethod = "close")
    LiveStream loadManagementStream(States states, ControlLoop loop) {
        LiveStream stream = new LiveStream(states);
        loop.addListener(stream::cycled);
        return stream;
    }

    /** Before SteVe waits for its requests to end. */
    @Bean
    ApplicationListener<ContextClosedEvent> loadManagementStreamEnd(LiveStream stream) {
        return _ -> stream.close();
    }

    @Bean
    PageController loadManagementPage(Environment environment) {
        return new PageController(environment);
    }

    @Bean
    StateController loadManagementState(FrontDesk desk, States states, LiveStream stream) {
        return new StateController(desk, states, stream);
    }

    @Bean
    SiteController loadManagementSite(FrontDesk desk, SiteEditor sites, KnownStations stations, States states) {
        return new SiteController(desk, sites, stations, states);
    }

    @Bean
    TransferController loadManagementTransfer(FrontDesk desk, SiteEditor sites) {
        return new TransferController(desk, sites);
    }

    @Bean
    PriorityController loadManagementPriorityEditor(FrontDesk desk, PriorityStore priorities) {
        return new PriorityController(desk, priorities);
    }

    @Bean
    ActionController loadManagementActions(
            FrontDesk desk, SiteEditor sites, PriorityStore priorities, PauseStore pauses) {
        return new ActionController(desk, sites, priorities, pauses);
    }

    @Bean
    EventController loadManagementEventPages(FrontDesk desk, EventLog events, AuditLog audits) {
        return new EventController(desk, events, audits);
    }

    @Bean
    HistoryController loadManagementHistoryPages(FrontDesk desk, SiteEditor sites, HistoryStore history) {
        return new HistoryController(desk, sites, history);
    }

    @Bean
    ReportController loadManagementReports(FrontDesk desk, SiteEditor sites, HistoryStore history) {
        return new ReportController(desk, sites, history);
    }

    @Bean
    WhyController loadManagementWhy(
            FrontDesk desk, DecisionStore decisions, SetpointHistory setpoints, TreeAllocator allocator) {
        return new WhyController(desk, decisions, setpoints, allocator);
    }

    @Bean
    MetricsController loadManagementMetrics(FrontDesk desk, States states) {
        return new MetricsController(desk, states);
    }

    @Bean
    StationController loadManagementStationPages(
            FrontDesk desk, Stations stations, StationDesk stationDesk, ConfigurationDesk configuration) {
        return new StationController(desk, stations, stationDesk, configuration);
    }

    @Bean
    QuirkController loadManagementQuirkPages(FrontDesk desk, Stations stations) {
        return new QuirkController(desk, stations);
    }

    @Bean
    CommissioningController loadManagementCommissioningPages(
            FrontDesk desk, CommissioningDesk tests, SiteEditor sites, Stations stations) {
        return new CommissioningController(desk, tests, sites, stations);
    }

    @Bean
    VehicleController loadManagementVehiclePages(FrontDesk desk, Vehicles vehicles) {
        return new VehicleController(desk, vehicles);
    }

    @Bean
    Problems loadManagementProblems() {
        return new Problems();
    }
}

/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import de.rwth.idsg.steve.ocpp.ChargePointServiceInvokerImpl;
import de.rwth.idsg.steve.repository.ChargingProfileRepository;
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.service.TransactionService;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicPorts;
import steve.loadmanagement.control.FittedSites;
import steve.loadmanagement.control.LoadManagement;
import steve.loadmanagement.control.ProfileShapes;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.StationDesk;
import steve.loadmanagement.control.StationErrands;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.dispatch.Dispatcher;
import steve.loadmanagement.dispatch.SteveErrands;
import steve.loadmanagement.dispatch.SteveTransport;
import steve.loadmanagement.history.History;
import steve.loadmanagement.intake.Handover;
import steve.loadmanagement.intake.StationDoor;
import steve.loadmanagement.intake.StationEvents;
import steve.loadmanagement.intake.StationMessageTap;
import steve.loadmanagement.intake.SteveSessions;
import steve.loadmanagement.intake.SteveStations;
import steve.loadmanagement.metering.MeterSetup;
import steve.loadmanagement.quirk.StationIdentity;
import steve.loadmanagement.store.AuditTable;
import steve.loadmanagement.store.DecisionTable;
import steve.loadmanagement.store.EventTable;
import steve.loadmanagement.store.LeaseTable;
import steve.loadmanagement.store.LedgerTable;
import steve.loadmanagement.store.PriorityTable;
import steve.loadmanagement.store.SampleTables;
import steve.loadmanagement.store.Schema;
import steve.loadmanagement.store.SetpointTable;
import steve.loadmanagement.store.SiteTables;
import steve.loadmanagement.store.StationTable;
import steve.loadmanagement.web.WebConfiguration;

/**
 * The whole wiring. No bean touches the database or the network when it is made, so nothing of ours can fail SteVe's
 * start; what can fail runs later, on the control thread.
 */
@AutoConfiguration
@ConditionalOnClass(
        name = {
            "de.rwth.idsg.steve.service.CentralSystemService16_Service",
            "de.rwth.idsg.steve.service.notification.OcppStationStatusUpdate",
            "de.rwth.idsg.steve.ocpp.ChargePointServiceInvokerImpl"
        })
@ConditionalOnProperty(name = "load-management.enabled", matchIfMissing = true)
@EnableConfigurationProperties({LoadManagementProperties.class, HistoryProperties.class})
@Import({WebConfiguration.class, GridConfiguration.class})
public class LoadManagementAutoConfiguration {

    @Bean
    static StationMessageTap loadManagementTap(
            ObjectProvider<Handover> handover, ObjectProvider<StationDoor> stations, ObjectProvider<Clock> clock) {
        return new StationMessageTap(handover::getObject, stations::getObject, clock::getObject);
    }

    @Bean
    StationDoor loadManagementDoor(Stations stations, ObjectProvider<StationDesk> desk) {
        return new StationDoor() {
            @Override
            public MeterSetup meter(String chargeBoxId) {
                return stations.fit(chargeBoxId).meter();
            }

            @Override
            public void booted(String chargeBoxId, StationIdentity identity) {
                desk.getObject().booted(chargeBoxId, identity);
            }
        };
    }

    @Bean
    Stations loadManagementStationRegister(DSLContext ctx, ObjectProvider<ControlLoop> loop) {
        return new Stations(new StationTable(ctx), () -> loop.getObject().changed());
    }

    @Bean
    StationErrands loadManagementErrands(
            Dispatcher dispatcher,
            ChargePointServiceInvokerImpl invoker,
            ChargePointService chargePoints,
            Clock clock) {
        return new SteveErrands(dispatcher, invoker, chargePoints, clock);
    }

    @Bean(destroyMethod = "close")
    StationDesk loadManagementDesk(Stations stations, StationErrands errands, ControlLoop loop, Clock clock) {
        return new StationDesk(
                stations,
                errands,
                loop::reports,
                clock,
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                        .name("load-management-stations")
                        .daemon()
                        .factory()));
    }

    @Bean
    Handover loadManagementHandover(ObjectProvider<ControlLoop> loop) {
        return new Handover(observation -> loop.getObject().on(observation));
    }

    @Bean
    StationEvents loadManagementEvents(Handover handover, Clock clock) {
        return new StationEvents(handover, clock);
    }

    @Bean(destroyMethod = "close")
    Dispatcher loadManagementDispatcher(
            ChargePointServiceInvokerImpl invoker,
            ChargePointService chargePoints,
            ChargingProfileRepository profiles,
            ProfileShapes shapes,
            Clock clock,
            LoadManagementProperties properties) {
        return new Dispatcher(
                new SteveTransport(invoker, chargePoints, profiles, shapes::of, clock),
                properties.answerTimeout(),
                clock);
    }

    @Bean
    ProfileShapes loadManagementShapes(Stations stations, ObjectProvider<ControlLoop> loop) {
        return new ProfileShapes(stations, () -> loop.getObject().reports());
    }

    @Bean
    SiteEditor loadManagementSites(DSLContext ctx, SteveStations stations, ObjectProvider<ControlLoop> loop) {
        return new SiteEditor(
                new SiteTables(ctx), stations, () -> loop.getObject().changed());
    }

    @Bean
    SteveStations loadManagementStations(ChargePointService chargePoints) {
        return new SteveStations(chargePoints);
    }

    @Bean
    FittedSites loadManagementFittedSites(SiteEditor sites, Stations stations) {
        return new FittedSites(sites, stations);
    }

    @Bean
    LoadManagement.Ports loadManagementPorts(
            DataSource dataSource,
            DSLContext ctx,
            Clock clock,
            FittedSites sites,
            Dispatcher dispatcher,
            SteveSessions sessions) {
        String node = UUID.randomUUID().toString();
        return new LoadManagement.Ports(
                new Schema(dataSource),
                sites,
                new PriorityTable(ctx),
                new LedgerTable(ctx, clock, node),
                new SetpointTable(ctx),
                new EventTable(ctx),
                new LeaseTable(dataSource, node),
                dispatcher,
                sessions);
    }

    @Bean
    PriorityTable loadManagementPriorities(DSLContext ctx) {
        return new PriorityTable(ctx);
    }

    @Bean
    EventTable loadManagementEventTable(DSLContext ctx) {
        return new EventTable(ctx);
    }

    @Bean
    AuditTable loadManagementAudits(DSLContext ctx) {
        return new AuditTable(ctx);
    }

    @Bean
    SetpointTable loadManagementSetpoints(DSLContext ctx) {
        return new SetpointTable(ctx);
    }

    @Bean
    SampleTables loadManagementSamples(DSLContext ctx) {
        return new SampleTables(ctx);
    }

    @Bean
    DecisionTable loadManagementDecisions(DSLContext ctx) {
        return new DecisionTable(ctx);
    }

    @Bean
    WebConfiguration.ReadingAge loadManagementReadingAge(LoadManagementProperties properties) {
        return new WebConfiguration.ReadingAge(properties.maximumReadingAge());
    }

    @Bean
    TreeAllocator loadManagementAllocator(LoadManagementProperties properties) {
        return new TreeAllocator(new Slots(properties.turn()));
    }

    @Bean(destroyMethod = "close")
    History loadManagementHistory(
            SampleTables means,
            DecisionTable decisions,
            AuditTable oldRows,
            HistoryProperties kept,
            LoadManagementProperties properties,
            Clock clock) {
        return new History(
                new History.Stores(means, decisions, oldRows), kept.retention(), properties.maximumReadingAge(), clock);
    }

    @Bean(destroyMethod = "close")
    ControlLoop loadManagementLoop(
            LoadManagement.Ports ports,
            DynamicPorts dynamic,
            LoadManagementProperties properties,
            History history,
            Clock clock) {
        Slots slots = new Slots(properties.turn());
        LoadManagement.Engine engine = new LoadManagement.Engine(new TreeAllocator(slots), properties.policy(), slots);
        ControlLoop loop =
                new ControlLoop(new LoadManagement(ports.with(dynamic), engine, clock), properties.times(), clock);
        loop.addListener(history::cycled);
        history.start();
        return loop;
    }

    @Bean
    SteveSessions loadManagementSessions(ChargePointService chargePoints, TransactionService transactions) {
        return new SteveSessions(chargePoints, transactions);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> loadManagementStart(
            ControlLoop loop, StationDesk desk, SteveStations stations) {
        return _ -> {
            loop.start();
            desk.start(stations);
        };
    }
}

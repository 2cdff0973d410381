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
import java.time.Duration;
import java.util.UUID;
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
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicPorts;
import steve.loadmanagement.control.FittedSites;
import steve.loadmanagement.control.LoadManagement;
import steve.loadmanagement.control.ProfileShapes;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.StationDesk;
import steve.loadmanagement.control.VehicleRules;
import steve.loadmanagement.control.Vehicles;
import steve.loadmanagement.dispatch.Dispatcher;
import steve.loadmanagement.dispatch.SteveTransport;
import steve.loadmanagement.history.AlarmNews;
import steve.loadmanagement.history.History;
import steve.loadmanagement.intake.Handover;
import steve.loadmanagement.intake.StationDoor;
import steve.loadmanagement.intake.StationEvents;
import steve.loadmanagement.intake.StationMessageTap;
import steve.loadmanagement.intake.SteveSessions;
import steve.loadmanagement.intake.SteveStations;
import steve.loadmanagement.store.EventTable;
import steve.loadmanagement.store.LeaseTable;
import steve.loadmanagement.store.LedgerTable;
import steve.loadmanagement.store.PriorityTable;
import steve.loadmanagement.store.Schema;
import steve.loadmanagement.store.SetpointTable;
import steve.loadmanagement.store.SiteTables;
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
@EnableConfigurationProperties(LoadManagementProperties.class)
@Import({StationConfiguration.class, HistoryConfiguration.class, WebConfiguration.class, GridConfiguration.class})
public class LoadManagementAutoConfiguration {

    @Bean
    static StationMessageTap loadManagementTap(
            ObjectProvider<Handover> handover, ObjectProvider<StationDoor> stations, ObjectProvider<Clock> clock) {
        return new StationMessageTap(handover::getObject, stations::getObject, clock::getObject);
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
    SiteEditor loadManagementSites(DSLContext ctx, SteveStations stations, ObjectProvider<ControlLoop> loop) {
        return new SiteEditor(
                new SiteTables(ctx), stations, () -> loop.getObject().changed());
    }

    @Bean
    SteveStations loadManagementStations(ChargePointService chargePoints) {
        return new SteveStations(chargePoints);
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
                new PriorityTable(ctx, clock),
                new LedgerTable(ctx, clock, node),
                new SetpointTable(ctx),
                new EventTable(ctx),
                new LeaseTable(dataSource, node),
                dispatcher,
                sessions);
    }

    @Bean
    PriorityTable loadManagementPriorities(DSLContext ctx, Clock clock) {
        return new PriorityTable(ctx, clock);
    }

    @Bean
    TreeAllocator loadManagementAllocator(LoadManagementProperties properties) {
        return new TreeAllocator(new Slots(properties.turn()));
    }

    @Bean
    LoadManagement.Engine loadManagementEngine(
            TreeAllocator allocator,
            LoadManagementProperties properties,
            Vehicles vehicles,
            CommissioningDesk commissioning) {
        return new LoadManagement.Engine(
                allocator,
                properties.policy(),
                new Slots(properties.turn()),
                new VehicleRules(vehicles::needs).then(commissioning));
    }

    @Bean
    LoadManagement loadManagement(
            LoadManagement.Ports ports, DynamicPorts dynamic, LoadManagement.Engine engine, Clock clock) {
        return new LoadManagement(ports.with(dynamic), engine, clock);
    }

    @Bean(destroyMethod = "close")
    ControlLoop loadManagementLoop(
            LoadManagement loadManagement,
            LoadManagementProperties properties,
            History history,
            AlarmNews news,
            Clock clock) {
        ControlLoop loop = new ControlLoop(loadManagement, properties.times(), clock);
        loop.addListener(history::cycled);
        loop.addListener(_ -> news.cycled(loop.alarms()));
        history.start();
        return loop;
    }

    @Bean
    SteveSessions loadManagementSessions(ChargePointService chargePoints, TransactionService transactions) {
        return new SteveSessions(chargePoints, transactions);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> loadManagementStart(
            ControlLoop loop,
            StationDesk desk,
            SteveStations stations,
            Vehicles vehicles,
            CommissioningDesk commissioning) {
        return _ -> {
            loop.start();
            desk.start(stations);
            desk.every(Duration.ofSeconds(30), vehicles::read);
            desk.every(Duration.ofSeconds(1), commissioning::look);
        };
    }
}

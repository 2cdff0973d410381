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
import de.rwth.idsg.steve.service.ChargePointService;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.ConfigurationDesk;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.FittedSites;
import steve.loadmanagement.control.ProfileShapes;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.StationDesk;
import steve.loadmanagement.control.StationErrands;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.control.Vehicles;
import steve.loadmanagement.dispatch.Dispatcher;
import steve.loadmanagement.dispatch.SteveErrands;
import steve.loadmanagement.intake.StationDoor;
import steve.loadmanagement.metering.MeterSetup;
import steve.loadmanagement.quirk.StationIdentity;
import steve.loadmanagement.store.CommissioningTable;
import steve.loadmanagement.store.StationTable;
import steve.loadmanagement.store.VehicleTable;

/** What a station is, what its maker says of it, and what the operator asks of it. */
@Configuration(proxyBeanMethods = false)
class StationConfiguration {

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
    ProfileShapes loadManagementShapes(Stations stations, ObjectProvider<ControlLoop> loop) {
        return new ProfileShapes(stations, () -> loop.getObject().reports());
    }

    @Bean
    FittedSites loadManagementFittedSites(SiteEditor sites, Stations stations) {
        return new FittedSites(sites, stations);
    }

    @Bean
    Vehicles loadManagementVehicles(DSLContext ctx) {
        return new Vehicles(new VehicleTable(ctx));
    }

    @Bean
    ConfigurationDesk loadManagementConfigurationDesk(StationErrands errands) {
        return new ConfigurationDesk(errands);
    }

    @Bean
    CommissioningDesk loadManagementCommissioning(
            StationErrands errands, DSLContext ctx, ObjectProvider<ControlLoop> loop, Clock clock) {
        return new CommissioningDesk(loop::getObject, errands, new CommissioningTable(ctx), clock);
    }
}

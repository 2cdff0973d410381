/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicPorts;
import steve.loadmanagement.control.SignalPorts;
import steve.loadmanagement.meter.MeterAdapters;
import steve.loadmanagement.meter.RegisterMaps;
import steve.loadmanagement.meter.SignalAdapters;
import steve.loadmanagement.store.DynamicTables;
import steve.loadmanagement.store.MeterHistory;
import steve.loadmanagement.store.SecretBox;
import steve.loadmanagement.web.RegisterMapTitles;

/** The wiring of dynamic load management. */
@Configuration(proxyBeanMethods = false)
class GridConfiguration {

    @Bean
    DynamicTables loadManagementDynamicTables(DSLContext ctx, LoadManagementProperties properties) {
        return new DynamicTables(ctx, new SecretBox(properties.secretKey(), properties.keyFile()));
    }

    @Bean(destroyMethod = "close")
    MeterAdapters loadManagementMeters(Clock clock, DynamicTables tables, ObjectProvider<ControlLoop> loop) {
        return new MeterAdapters(clock, tables, reading -> loop.getObject().on(reading));
    }

    @Bean(destroyMethod = "close")
    SignalAdapters loadManagementSignalLines(Clock clock, DynamicTables tables, ObjectProvider<ControlLoop> loop) {
        return new SignalAdapters(clock, tables, news -> loop.getObject().on(news));
    }

    @Bean
    DynamicPorts loadManagementDynamic(
            DSLContext ctx, DynamicTables tables, MeterAdapters meters, SignalAdapters signals) {
        return new DynamicPorts(tables, new MeterHistory(ctx), meters, new SignalPorts(signals, tables));
    }

    @Bean
    RegisterMapTitles loadManagementRegisterMaps() {
        return RegisterMaps::titles;
    }
}

/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import support.Database;
import support.LeapingClock;
import support.RawStation;

/** A host whose clock can leap and whose events are kept. */
abstract class HostScene {

    static final LeapingClock CLOCK = new LeapingClock();
    static final List<Object> EVENTS = new CopyOnWriteArrayList<>();

    static StandIn host;
    static volatile Consumer<Object> listener = _ -> {};

    @BeforeAll
    static void startHost() {
        host = StandIn.start(
                StandIn.Options.on(Database.schema()).with(CLOCK).with("load-management.enabled", "false"));
        ((AbstractApplicationContext) host.context())
                .addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                    EVENTS.add(event.getPayload());
                    listener.accept(event.getPayload());
                });
    }

    @AfterAll
    static void stopHost() {
        host.close();
    }

    @AfterEach
    void forget() {
        listener = _ -> {};
        EVENTS.clear();
    }

    static RawStation connect(String id) {
        host.register(id, 1);
        return RawStation.connect(host.stationUrl(id));
    }

    /** Connected, and the host knows it: it has answered. */
    static RawStation connected(String id) {
        RawStation station = connect(id);
        station.call("Heartbeat", "{}");
        return station;
    }

    static long events(Class<?> type) {
        return EVENTS.stream().filter(type::isInstance).count();
    }
}

/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.util.Map;
import standin.StandIn;

/** The stand-in in this JVM. */
final class StandInHost implements Host {

    private final StandIn standIn;

    StandInHost(Options options) {
        StandIn.Options on = StandIn.Options.on(options.database());
        for (Map.Entry<String, Object> setting : options.settings().entrySet()) {
            on = on.with(setting.getKey(), setting.getValue());
        }
        if (options.kind() == Kind.SABOTAGED) {
            on = on.with(saboteur.Saboteur.SWITCH, "true");
        }
        if (options.kind() == Kind.WITHOUT_PLUGIN) {
            on = on.with("load-management.enabled", "false");
        }
        standIn = StandIn.start(on);
    }

    @Override
    public int port() {
        return standIn.port();
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void register(String chargeBoxId, int connectors) {
        standIn.register(chargeBoxId, connectors);
    }

    @Override
    public void close() {
        standIn.close();
    }
}

/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection for each setting: where a setting is gone or another one, its connection is closed. */
final class Connections<S> implements AutoCloseable {

    private final Map<S, Connection> open = new HashMap<>();

    /** @param connect gives null where there is nothing to connect to */
    synchronized void keep(Collection<S> wanted, Function<S, @Nullable Connection> connect) {
        open.entrySet().removeIf(known -> {
            boolean isOver = !wanted.contains(known.getKey());
            if (isOver) {
                known.getValue().close();
            }
            return isOver;
        });
        for (S setting : wanted) {
            if (!open.containsKey(setting)) {
                Connection connection = connect.apply(setting);
                if (connection != null) {
                    open.put(setting, connection);
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Connection::close);
        open.clear();
    }
}

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

/** What is listened to at a broker. */
interface Topics {

    Collection<String> names();

    /** A message came. */
    void came(String topic, String text);

    /** The broker cannot be reached, or refuses: why, for an operator. */
    void failed(String why);
}

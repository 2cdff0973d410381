/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.Collection;
import java.util.List;

/** Where alarms are kept. */
public interface AlarmLog {

    /** Those that had not ended when they were last written. */
    List<Alarm> lasting();

    /**
     * Writes alarms that have begun, or ended.
     *
     * @throws RuntimeException if that is not possible; they are written another time
     */
    void write(Collection<Alarm> changed);
}

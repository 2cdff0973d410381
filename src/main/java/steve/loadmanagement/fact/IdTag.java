/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.util.Locale;

/**
 * Who charges, as the station's reader knows him. Personal: it shows itself to nobody but the priorities, which are what it
 * is compared with. OCPP does not tell upper case from lower case in it (OCPP 1.6, section 7.28).
 */
public final class IdTag {

    private final String value;

    public IdTag(String value) {
        this.value = value;
    }

    /** The tag itself, for the table of priorities and for those who edit it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdTag tag && tag.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return value.toUpperCase(Locale.ROOT).hashCode();
    }

    /** Hides it. */
    @Override
    public String toString() {
        return "a tag";
    }
}

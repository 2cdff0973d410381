/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

/**
 * Something wrong with what an operator entered.
 *
 * @param subject the strand or EVSE it is about, by the name an operator knows
 * @param field the field of the form it stands at
 * @param message what is wrong, why, and what would fit
 */
public record Problem(String subject, String field, String message) {

    @Override
    public String toString() {
        return subject + ": " + message;
    }
}

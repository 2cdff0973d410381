/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

/** What became of a setpoint on its way to the station. Only {@link Accepted} says that the station has it. */
public sealed interface Outcome {

    /** For the log and the table of setpoints. */
    default String word() {
        return switch (this) {
            case Accepted _ -> "ACCEPTED";
            case Rejected _ -> "REJECTED";
            case NotSupported _ -> "NOT_SUPPORTED";
            case Failed _ -> "ERROR";
            case Unanswered _ -> "UNANSWERED";
            case Offline _ -> "OFFLINE";
            case Superseded _ -> "SUPERSEDED";
            case Expired _ -> "EXPIRED";
        };
    }

    record Accepted() implements Outcome {}

    record Rejected() implements Outcome {}

    record NotSupported() implements Outcome {}

    /** An error of the station or on the way; it may have taken the setpoint all the same. */
    record Failed(String what) implements Outcome {}

    /** No answer in time; it may have taken the setpoint all the same. */
    record Unanswered() implements Outcome {}

    record Offline() implements Outcome {}

    /** A newer one took its place before it was sent. */
    record Superseded() implements Outcome {}

    /** Its time was over before it could be sent. */
    record Expired() implements Outcome {}
}

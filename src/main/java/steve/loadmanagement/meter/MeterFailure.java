/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

/** A meter that could not be read, in words for an operator. */
final class MeterFailure extends Exception {

    private static final long serialVersionUID = 1L;

    MeterFailure(String words) {
        super(words);
    }

    /** Of what a library threw. */
    static MeterFailure of(String doing, Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        MeterFailure failure = new MeterFailure(doing + ": " + why);
        failure.initCause(thrown);
        return failure;
    }

    /** The words. */
    String words() {
        return String.valueOf(getMessage());
    }
}

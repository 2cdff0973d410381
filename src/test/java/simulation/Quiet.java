/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Days with faults are not logged: there is too much that goes wrong on purpose. */
final class Quiet implements BeforeAllCallback, AfterAllCallback {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private Level before = ROOT.getLevel();

    @Override
    public void beforeAll(ExtensionContext context) {
        before = ROOT.getLevel();
        logNothing();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ROOT.setLevel(before);
    }

    static void logNothing() {
        ROOT.setLevel(Level.OFF);
    }
}
